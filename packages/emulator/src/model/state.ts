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

/** A recording: how it is made, and under which id it will be saved. */
export type TapeSettings = {
  recordingId: string;
  channels: 'single' | 'dual';
  format: 'mp3' | 'wav';
  /** `inbound` is the person on the leg, `outbound` what they hear. */
  track: 'inbound' | 'outbound' | 'both';
  /** Null: named after the leg. */
  fileName: string | null;
  maximumMs: number | null;
  /** Silence that ends it once somebody has spoken; null: none does. */
  silenceMs: number | null;
  trims: boolean;
  transcribes: boolean;
};

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
  /** True: a leg of somebody else's application. This one is told nothing of it and can't command it. */
  isForeign: boolean;
  /** Sticky: the last one set on this leg goes into each of its webhooks. */
  clientState: string | null;
  webhookUrl: string | null;
  webhookUrls: Record<string, string>;
  timeLimitMs: number;
  parksAfterUnbridge: boolean;
  bridgedWith: string | null;
  joins: Joining | null;
  playsOnAnswer: RecordingName | null;
  /** The recording that begins with the answer. */
  recordsOnAnswer: TapeSettings | null;
  /** What shall be found out about whoever answers. */
  detects: Detection | null;
  /** Whether the person on it does what the script says of their number: not once somebody has picked up for them. */
  followsScript: boolean;
  /** When the person on the leg has finished what they began to say, Unix ms. */
  speaksUntilMs: number;
  activities: Activity[];
  commands: CommandRecord[];
};

/** Legs that ended in one minute (since 1970). By minutes, so that little is copied and much is forgotten at once. */
export type EndedLegs = { minute: number; legs: Record<string, Leg> };

/** A place in a queue. It is kept when its call hangs up, if that was asked for. */
export type QueueEntry = { callControlId: string; sinceMs: number };

/** Calls that wait for somebody, the longest-waiting first, and how long those before them have waited. */
export type Queue = {
  name: string;
  maxSize: number;
  entries: QueueEntry[];
  left: number;
  waitedSecs: number;
};

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
  /** Those that were ever used. */
  queues: Queue[];
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
    queues: [],
  };
}
