import type { Json, JsonObject } from '@gatherline/flow';
import type { TracedLists } from './growing-lists.ts';

/** A leg that a command of this call opened (transfer, dial), by its own call_control_id. */
export interface OtherLeg {
  readonly visit: number;
  /** `joined`: with the caller, and the carrier ends it with them; `let_go`: it was told to hang up. */
  readonly state: 'ringing' | 'answered' | 'joined' | 'let_go' | 'ended';
}

/** A visit that opened legs; `withCaller`: the carrier ends them with the caller's own. */
export interface Opening {
  readonly visit: number;
  readonly withCaller: boolean;
}

/** The node leaves by this exit, once what runs there has stopped. */
export interface Departure {
  readonly exit: string;
  readonly why: string;
}

/** A listener that takes the call over: which one, in the flow how many deep, and the event it heard. */
export interface Takeover {
  readonly listener: string;
  readonly depth: number;
  readonly event: JsonObject;
}

/** A file that was sent to be played to the caller; what is said later waits behind it. */
export interface SentSound {
  readonly visit: number;
  /** Name of the file, without the folders that it lies in. */
  readonly file: string;
  readonly isEndless: boolean;
  /** Id of the event that told of its end. */
  readonly endedBy?: string;
}

/** What a step that sounds may have to wait for before it is heard itself. */
export type SoundsAhead = 'nothing' | 'unknown length' | 'endless';

/** What the current visit waits for. */
export interface Waiting {
  /** Types of events, the carrier's and our own, that the node wants to see. */
  readonly for: readonly string[];
  /** Milliseconds since the epoch; past it the runtime asks the carrier and reports a `deadline`. */
  readonly deadlineMs: number;
  readonly memory?: Json;
  /** What is waited for is heard by the caller: while the call lives, it is waited for until then (milliseconds since the epoch). */
  readonly sounding?: { readonly untilMs: number; readonly ahead: SoundsAhead };
  /** The node leaves by this exit once the carrier has taken this command. */
  readonly confirming?: { readonly commandId: string; readonly exit: string };
  /** What ran here has been told to stop; then a listener goes on, or the node leaves. */
  readonly stoppingFor?: Takeover | Departure;
  /** Ids of the commands that say so, without those that were refused. */
  readonly stoppingBy?: readonly string[];
}

/** A flow that waits for another one to return: where it stands, and what is known in it. */
export interface Frame {
  /** Reference of the flow; `null` is the one that answered. */
  readonly flow: string | null;
  readonly node: string;
  readonly variables: JsonObject;
  readonly outputs: { readonly [node: string]: JsonObject };
}

/**
 * A call, complete: stored as JSON between two events. `visit` numbers the entering of nodes; `node` is where the call
 * stands (`null` once the path has ended). After the caller has hung up (`state` is `ended`) a path may still run: what
 * is to be done then, without the caller.
 */
export interface Call {
  /** call_control_id of the caller's leg. */
  readonly id: string;
  readonly legId: string;
  readonly sessionId: string;
  readonly connectionId: string | null;
  readonly direction: 'incoming' | 'outgoing';
  readonly from: string;
  readonly to: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Time zone of the service that answered: callers are told the time by it where the flow names none; `null` is UTC. */
  readonly timeZone: string | null;
  /** Decides what is thrown for in this call, and marks its secrets; nobody outside may know it. */
  readonly seed: string;
  /** Of a call that is replayed: what its visits threw, as its trace tells. */
  readonly chances?: { readonly [visit: number]: number };
  readonly state: 'ringing' | 'answered' | 'ended';
  readonly language: string | null;
  /** Reference of the flow in which the call stands; `null` is the one that answered. */
  readonly flow: string | null;
  /** The flows that wait for that one to return, the outermost first. */
  readonly frames: readonly Frame[];
  readonly node: string | null;
  readonly visit: number;
  /** Commands issued so far by the current visit; with the visit it makes each command_id. */
  readonly issued: number;
  readonly waiting: Waiting | null;
  /** The event by which the current visit was entered; it, and what happened before it by the carrier's clock, can't be the visit's own. */
  readonly since: { readonly event: string; readonly at: string } | null;
  /** Visits since the caller last did something; the step budget. */
  readonly idleVisits: number;
  /** What was sent since then, by what it costs somebody; the budget of what is sent. */
  readonly idleCost: number;
  readonly variables: JsonObject;
  /** Outputs by node id. */
  readonly outputs: { readonly [node: string]: JsonObject };
  /** Values bound to the resources that the flow declares, as they were when the call began. */
  readonly resources: JsonObject;
  /** What the last listener heard. */
  readonly event: JsonObject | null;
  /** Ids of the last events that a listener heard, so that a repeat is not heard again. */
  readonly recentEventIds: readonly string[];
  /** Which node an event that may come late fills, by the event's type. */
  readonly lateTargets: { readonly [type: string]: { readonly node: string; readonly depth: number } };
  /** What the trace has of lists that are told whole each time they have grown. */
  readonly traced: TracedLists;
  /** Characters and items of the trace so far; past their limit its lines go without their values. */
  readonly traceSize: number;
  /** What the caller entered where nobody may look. */
  readonly sensitive: readonly string[];
  /** Files that the caller may still be hearing, the oldest first. */
  readonly sounds: readonly SentSound[];
  readonly legs: { readonly [callControlId: string]: OtherLeg };
  readonly openings: readonly Opening[];
  /** Addresses of the sounds that steps have played for themselves. */
  readonly ownSounds: readonly string[];
  /** To which visit a conversation belongs, by the id that the carrier's answer gave it. */
  readonly actionVisits: { readonly [id: string]: number };
  readonly hangup: { readonly cause: string; readonly source: string } | null;
  /** The path that runs after the hang-up has been begun, or there is none. */
  readonly hangupPathStarted: boolean;
}

/** What is known of a call when its first event comes. */
export interface NewCall {
  readonly id: string;
  readonly legId: string;
  readonly sessionId: string;
  readonly connectionId: string | null;
  readonly direction: 'incoming' | 'outgoing';
  readonly from: string;
  readonly to: string;
  /** ISO 8601. */
  readonly startedAt: string;
  /** Time zone of the service, for a flow that names none; left out, UTC. */
  readonly timeZone?: string;
  /** A text that nobody can guess. */
  readonly seed: string;
  /** Values given by `POST /api/calls`; they win over the flow's own. */
  readonly variables?: JsonObject;
  /** Values of the resources that the flow declares; secrets are not among them. */
  readonly resources?: JsonObject;
}

/** Nothing will happen in this call any more: the caller is gone, and no path runs. */
export function isOver({ state, node, waiting }: Call): boolean {
  return state === 'ended' && node === null && waiting === null;
}

/** Source of an end that no webhook has told of yet. */
export const INFERRED = 'inferred';

/** The awaited moment is the end of a wait of the flow's own, not a sign that the carrier owes an event. */
export function isTimed({ waiting }: Call): boolean {
  return waiting !== null && (waiting.stoppingFor !== undefined || waiting.for.includes('time.passed'));
}
