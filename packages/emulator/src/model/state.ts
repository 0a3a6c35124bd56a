import type { JsonObject } from './json.ts';
import type { Detection } from './machine-verdicts.ts';
import { changeScript, quietScript, type Script, type ScriptChange } from './script.ts';

/** Something that goes on on a leg and may want to be woken; its kind's rules say what then happens. */
export type Activity = { kind: string; id: number; dueAtMs: number | null };

/** A command that was accepted, kept 60 s so that its repeat can be told. */
export type CommandRecord = { commandId: string; atMs: number; answer: JsonObject };

/** A recording by URL or by media name. */
type RecordingName = { url: string | null; name: string | null };

/** What an answered leg shall be joined with: the other half of a transfer, or of a dial with bridge_on_answer. */
export type Joining = { callControlId: string; endsWithIt: boolean; audio: RecordingName | null };

export type Leg = {
  callControlId: string;
  legId: string;
  sessionId: string;
  connectionId: string;
  direction: 'incoming' | 'outgoing';
  from: string;
  to: string;
  startedAtMs: number;
  answeredAtMs: number | null;
  endedAtMs: number | null;
  /** Sticky: the last one set on this leg goes into each of its webhooks. */
  clientState: string | null;
  webhookUrl: string | null;
  webhookUrls: Record<string, string>;
  timeLimitMs: number;
  parksAfterUnbridge: boolean;
  bridgedWith: string | null;
  joins: Joining | null;
  playsOnAnswer: RecordingName | null;
  /** When the person on the leg has finished what they began to say, Unix ms. */
  speaksUntilMs: number;
  /** What shall be found out about whoever answers. */
  detects: Detection | null;
  /** Whether the person on it does what the script says of their number: not once somebody has picked up for them. */
  followsScript: boolean;
  activities: Activity[];
  commands: CommandRecord[];
};

/** Legs that ended in one minute (since 1970). By minutes, so that little is copied and much is forgotten at once. */
export type EndedLegs = { minute: number; legs: Record<string, Leg> };

/** Everything the carrier knows: plain JSON, safe to store between any two inputs. */
export type CarrierState = {
  seed: string;
  count: number;
  nowMs: number;
  stampedMicros: number;
  connectionId: string;
  script: Script;
  /** Those that live, or of which something is still to be sent. */
  legs: Record<string, Leg>;
  ended: EndedLegs[];
  dials: CommandRecord[];
};

export type ModelOptions = {
  /** Ids are derived from it: two models of one seed give the same ids. */
  seed?: string;
  /** Unix ms; time never goes back behind it. */
  startMs?: number;
  /** Call Control application that calls from outside arrive at. */
  connectionId?: string;
  script?: ScriptChange;
};

/** A carrier with no calls yet. Plain JSON data. */
export function createModel(options: ModelOptions = {}): CarrierState {
  return {
    seed: options.seed ?? 'gatherline',
    count: 0,
    nowMs: options.startMs ?? 0,
    stampedMicros: -1,
    connectionId: options.connectionId ?? '1494404757140276705',
    script: changeScript(quietScript, options.script ?? {}),
    legs: {},
    ended: [],
    dials: [],
  };
}
