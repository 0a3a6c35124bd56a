import type { CarrierEvent, JsonObject } from '@gatherline/flow';

/** Anything that can move a call. Times and ids arrive inside; the engine has neither clock nor dice. */
export type EngineEvent =
  /** A verified webhook. */
  | { readonly kind: 'carrier'; readonly event: CarrierEvent }
  /** The carrier took a command; `response` is the `data` of its answer. */
  | {
      readonly kind: 'accepted';
      readonly commandId: string;
      readonly node: string;
      readonly keep: readonly string[];
      readonly response: JsonObject;
    }
  /** The carrier refused a command, or could not be reached while its id lived. */
  | {
      readonly kind: 'refused';
      readonly commandId: string;
      readonly visit: number;
      readonly action: string;
      readonly status: number | null;
      readonly code: string;
      readonly title: string;
      readonly detail: string;
    }
  /** The deadline of a visit has passed and the carrier says the call is alive. */
  | { readonly kind: 'deadline'; readonly visit: number }
  /** The carrier says that the call is over. */
  | { readonly kind: 'gone'; readonly why: string };
