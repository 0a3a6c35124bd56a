import type { Call, Command, TraceEntry } from '@gatherline/engine';
import type { JsonObject, RunnableFlow } from '@gatherline/flow';

/** Which carrier a call lives on: the real one, or the emulator inside this service. */
export type CarrierName = 'telnyx' | 'emulator';

/** A flow text by its content: `hash` is the SHA-256 of `text`. Calls stay on the document on which they began. */
export interface FlowDocument {
  readonly hash: string;
  readonly text: string;
}

/** What a call follows. `version` is the published version, null for a draft (then `revision` says which). */
export interface FlowVersion {
  readonly flow: string;
  readonly version: number | null;
  readonly revision: number | null;
  readonly document: FlowDocument;
}

export interface StoredCall {
  readonly call: Call;
  readonly carrier: CarrierName;
  readonly isTest: boolean;
  readonly flow: string;
  readonly version: number | null;
  /** The flow with those that it enters. */
  readonly document: RunnableFlow;
  /** False when what was stored of the call makes no sense: then `call` holds no more than who is on the line. */
  readonly isReadable: boolean;
}

/** A call that this service was asked to place; `id` travels as client_state until the carrier has told the call's id. */
export interface Dial {
  readonly id: string;
  readonly carrier: CarrierName;
  readonly from: string;
  readonly to: string;
  readonly connectionId: string;
  readonly variables: JsonObject;
  readonly seed: string;
  readonly resources: JsonObject;
  /** Fields that the flow adds to the carrier's dial, such as machine detection. */
  readonly dialsWith: JsonObject;
  readonly flowVersion: FlowVersion;
  readonly createdMs: number;
}

/** How an arriving fact finds its call. */
export type CallAddress =
  | { readonly by: 'call'; readonly callId: string }
  /** A leg of the carrier: the caller's own, else one that the call opened, else one of a dial, else of the same session. */
  | {
      readonly by: 'leg';
      readonly callControlId: string | null;
      readonly sessionId: string | null;
      readonly dialId: string | null;
    };

export interface CallInput {
  readonly carrier: CarrierName;
  /** The carrier's id of the event; a second one with the same id is a duplicate. Null for facts of our own. */
  readonly eventId: string | null;
  readonly address: CallAddress;
  readonly atMs: number;
}

export interface CallSnapshot {
  readonly call: StoredCall | null;
  /** The dial that the address names, while its call has not begun. */
  readonly dial: Dial | null;
}

/** What one step does to a call; all of it is written, or nothing. */
export interface CallUpdate {
  readonly call: Call;
  /** Given when the call begins with this step. */
  readonly begins?: {
    readonly flowVersion: FlowVersion;
    readonly isTest: boolean;
    readonly dialId: string | null;
  };
  readonly trace: readonly TraceEntry[];
  readonly commands: readonly Command[];
  /** When to look after the call next; null when it needs nothing. */
  readonly deadlineMs: number | null;
  /** The command that is carried out with this step. */
  readonly acknowledges?: number;
  /** What this node has not sent yet in this visit is not to be sent any more. */
  readonly cancels?: Pick<Command, 'visit' | 'node' | 'depth'>;
}

/** Decides what to do with what was loaded; null leaves the call as it is. May run more than once, so it only computes. */
export type Reducer = (snapshot: CallSnapshot) => CallUpdate | null;

/** A command that waits to be sent. `seq` orders the commands of one call. */
export interface PendingCommand {
  readonly seq: number;
  readonly command: Command;
  readonly carrier: CarrierName;
  readonly isTest: boolean;
  readonly createdMs: number;
}

export type ProcessResult =
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'unchanged'; readonly snapshot: CallSnapshot }
  | {
      readonly kind: 'changed';
      readonly before: Call | null;
      readonly after: Call;
      readonly carrier: CarrierName;
      readonly isTest: boolean;
      readonly commands: readonly PendingCommand[];
      readonly cancelled: readonly number[];
      readonly deadlineMs: number | null;
    };

/** What a former service left. `lost` names the calls, or the dials, whose rows made no sense: those are taken out. */
export interface Claimed<Kept> {
  readonly kept: readonly Kept[];
  readonly lost: readonly string[];
}

export interface DueCall {
  readonly callId: string;
  readonly carrier: CarrierName;
}

export interface TraceLine {
  readonly seq: number;
  readonly entry: TraceEntry;
}

export interface CallSummary {
  readonly id: string;
  readonly flow: string;
  readonly version: number | null;
  readonly state: Call['state'];
  readonly from: string;
  readonly to: string;
  readonly direction: Call['direction'];
  readonly test: boolean;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly node: string | null;
}

export interface CallFilter {
  readonly flow?: string | undefined;
  readonly state?: Call['state'] | undefined;
  readonly test?: boolean | undefined;
  readonly limit: number;
  /** What `next` of the page before said. */
  readonly before?: number | undefined;
}

/** Calls, their traces and the commands that wait. One event of a call at a time, however many arrive at once. */
export interface CallStore {
  /** De-duplicates, loads, runs the step and writes its change durably. Rejects with StoreUnavailableError. */
  process(input: CallInput, reducer: Reducer): Promise<ProcessResult>;
  /** Marks a command as carried out when its outcome moves nothing. */
  acknowledge(callId: string, seq: number): Promise<void>;
  /** Commands that nobody is sending: at the start of a service those of the former one. Oldest first within a call. */
  claimPending(): Promise<Claimed<PendingCommand>>;
  /** Takes the calls whose deadline has passed and puts each off, ever longer, in case nothing comes of it. */
  claimDue(nowMs: number): Promise<readonly DueCall[]>;
  nextDeadline(): Promise<number | null>;
  saveDial(dial: Dial): Promise<void>;
  /** Dials whose call has not begun; taken once at the start of a service. */
  unbegunDials(): Promise<Claimed<Dial>>;
  /** The carrier did not take the dial, or nobody knows whether it did. An event of its call still begins it. */
  closeDial(id: string): Promise<void>;
  read(callId: string): Promise<StoredCall | null>;
  /** Entries after `afterSeq`, at most `limit`. */
  readTrace(callId: string, afterSeq: number, limit: number): Promise<readonly TraceLine[]>;
  list(filter: CallFilter): Promise<{ readonly calls: readonly CallSummary[]; readonly next: number | null }>;
  /** Calls of a carrier that have not ended. */
  unended(carrier: CarrierName): Promise<readonly string[]>;
  /** How many calls that are not tests stand in each state, and how many commands wait. */
  count(): Promise<{ readonly states: Readonly<Record<Call['state'], number>>; readonly pending: number }>;
  /** Calls `listener` after each committed change of a call; the answer ends it. */
  watch(callId: string, listener: () => void): () => void;
  /** Forgets event ids and closed dials older than `beforeMs`. */
  purge(beforeMs: number): Promise<void>;
}
