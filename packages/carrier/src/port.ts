import type { Json } from '@gatherline/flow';

/**
 * One thing to ask of the carrier. `action` is the carrier's own name for it (`speak`, `gather_using_ai`, `dial`), or
 * `retrieve_queue` and `retrieve_queue_call` for how a line of waiting callers stands;
 * `callControlId` names the leg and is null where there is none yet (`dial`, `send_message`).
 * `commandId` makes repeats harmless; `body` already holds client_state where there is one.
 */
export interface CarrierCommand {
  readonly action: string;
  readonly callControlId: string | null;
  readonly commandId: string;
  readonly body: Readonly<Record<string, Json>>;
}

/** How a refusal is to be taken; the carrier's many codes fall into these eight. */
export type ErrorClass =
  | 'callGone'
  | 'badHandle'
  | 'wrongState'
  | 'capacity'
  | 'transient'
  | 'auth'
  | 'media'
  | 'validation';

/**
 * Why a command was not carried out. `status` is the HTTP status, null when there was no answer to read; `code` is the
 * carrier's code, or a word of ours (`timeout`, `transport_error`, `aborted`, `http_502` …). Never holds a secret.
 */
export interface Refusal {
  readonly status: number | null;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly class: ErrorClass;
}

/**
 * What became of a command: `accepted` (the carrier took it, its result comes by webhook), `call_over` (the leg is gone),
 * `refused` (repeating it would not help), `unavailable` (it could not be confirmed in time).
 */
export type CommandOutcome =
  | { readonly kind: 'accepted'; readonly response: Readonly<Record<string, Json>> }
  | { readonly kind: 'call_over'; readonly refusal: Refusal }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'unavailable'; readonly refusal: Refusal };

/** Whether a leg still exists, as far as the carrier tells. */
export type CallStatus =
  | { readonly kind: 'alive' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unknown'; readonly refusal: Refusal };

/**
 * A telephone company. Nothing here throws for what the carrier does or fails to do: every failure is an outcome.
 * `close` lets the requests in hand end, wakes the ones that wait for their next try, and takes no new ones.
 */
export interface Carrier {
  send(command: CarrierCommand, signal?: AbortSignal): Promise<CommandOutcome>;
  retrieveStatus(callControlId: string): Promise<CallStatus>;
  close(): Promise<void>;
}
