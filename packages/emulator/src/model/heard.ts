/** What the person on a leg hears, as it begins. `seq` grows over the whole carrier; durations are ms of one saying. */
export type Heard = { seq: number; atMs: number; callControlId: string } & HeardThing;

export type HeardThing =
  | {
      kind: 'speech' | 'assistant';
      text: string;
      voice: string | null;
      language: string | null;
      action: string;
      durationMs: number;
      endless: boolean;
    }
  | {
      kind: 'audio';
      url: string | null;
      name: string | null;
      action: string;
      durationMs: number;
      endless: boolean;
    }
  /** What was being said stopped before its end, `afterMs` after its begin: a key, a stop command, a bridge, a hang-up. */
  | { kind: 'cut'; of: number; afterMs: number }
  /** What was being said came to its end. */
  | { kind: 'said'; of: number }
  | { kind: 'ringing'; to: string }
  | { kind: 'answered' }
  | { kind: 'connected'; with: string }
  | { kind: 'not_connected'; to: string; cause: string }
  /** The other party of a bridge is gone, this leg lives on. */
  | { kind: 'parted' }
  /** Someone on the other leg of a bridge speaks. */
  | { kind: 'voice'; text: string }
  | { kind: 'beep' }
  /** Touch tones that the application sends; pauses are `w` (half a second) and `W` (a second). */
  | { kind: 'tones'; digits: string }
  | { kind: 'hung_up'; cause: string };
