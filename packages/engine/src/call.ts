import type { Json, JsonObject } from '@gatherline/flow';

/** A leg that a command of this call opened (transfer, dial), by its own call_control_id. */
export interface OtherLeg {
  readonly visit: number;
  readonly state: 'ringing' | 'answered' | 'ended';
}

/** What the current visit waits for. */
export interface Waiting {
  /** Carrier event types that the node wants to see. */
  readonly for: readonly string[];
  /** Milliseconds since the epoch; past it the runtime asks the carrier and reports a `deadline`. */
  readonly deadlineMs: number;
  readonly memory?: Json;
}

/**
 * A call, complete: stored as JSON between two events. `visit` numbers the entering of nodes; `node` is where the call
 * stands (`null` once the main path has ended).
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
  readonly state: 'ringing' | 'answered' | 'ended';
  readonly language: string | null;
  readonly node: string | null;
  readonly visit: number;
  /** Commands issued so far by the current visit; with the visit it makes each command_id. */
  readonly issued: number;
  readonly waiting: Waiting | null;
  /** The event by which the current visit was entered; it, and what happened before it by the carrier's clock, can't be the visit's own. */
  readonly since: { readonly event: string; readonly at: string } | null;
  /** Visits since the caller last did something; the step budget. */
  readonly idleVisits: number;
  readonly variables: JsonObject;
  /** Outputs by node id. */
  readonly outputs: { readonly [node: string]: JsonObject };
  readonly legs: { readonly [callControlId: string]: OtherLeg };
  readonly hangup: { readonly cause: string; readonly source: string } | null;
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
  /** Values given by `POST /api/calls`; they win over the flow's own. */
  readonly variables?: JsonObject;
}
