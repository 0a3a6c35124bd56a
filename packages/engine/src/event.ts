import type { CarrierEvent, JsonObject } from '@gatherline/flow';
import type { Command } from './command.ts';

/** The command that a report is about. */
export type Reported = Pick<Command, 'id' | 'node' | 'visit' | 'action' | 'depth' | 'flow' | 'tag' | 'keep'>;

/** Anything that can move a call. Times and ids arrive inside; the engine has neither clock nor dice. */
export type EngineEvent =
  /** A verified webhook. */
  | { readonly kind: 'carrier'; readonly event: CarrierEvent }
  /** The carrier took a command; `response` is the `data` of its answer. */
  | { readonly kind: 'accepted'; readonly command: Reported; readonly response: JsonObject }
  /** The carrier refused a command, or could not be reached while its id lived. */
  | {
      readonly kind: 'refused';
      readonly command: Reported;
      readonly status: number | null;
      readonly code: string;
      readonly title: string;
      readonly detail: string;
    }
  /** What became of an HTTP request: `http.answered` or `http.failed`. */
  | {
      readonly kind: 'requested';
      readonly command: Reported;
      readonly type: 'http.answered' | 'http.failed';
      readonly payload: JsonObject;
    }
  /** Somebody outside raises a signal; `id` is the same when it is told again. */
  | { readonly kind: 'signal'; readonly id: string; readonly name: string; readonly data: JsonObject }
  /** The deadline of a visit has passed and, unless it is one of the flow's own, the carrier says the call is alive. */
  | { readonly kind: 'deadline'; readonly visit: number }
  /** The carrier says that the call is over. */
  | { readonly kind: 'gone'; readonly why: string }
  /** The service could not move the call, by a fault of its own: the node leaves by `error`. */
  | { readonly kind: 'failed'; readonly why: string }
  /** Nor could it after that: the call is hung up, and nothing of its flow runs any more. */
  | { readonly kind: 'abandoned'; readonly why: string };
