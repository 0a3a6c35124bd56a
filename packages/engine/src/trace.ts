import type { Json, JsonObject } from '@gatherline/flow';

/** One line of a call's history. `at` is ISO 8601; the values are those that were used. */
export type TraceEntry = { readonly at: string } & (
  | { readonly kind: 'began'; readonly call: JsonObject }
  | {
      readonly kind: 'entered';
      readonly node: string;
      readonly visit: number;
      readonly params: JsonObject;
      /** The flow that was entered, where it is not the one that answered. */
      readonly flow?: string;
    }
  | {
      readonly kind: 'left';
      readonly node: string;
      readonly visit: number;
      readonly exit: string;
      readonly to: string | null;
      readonly via: 'wire' | 'else' | 'handler' | 'listener' | 'return' | 'quiet' | 'apology' | 'over';
      readonly why?: string;
    }
  | {
      readonly kind: 'sent';
      readonly node: string;
      readonly visit: number;
      readonly action: string;
      readonly command_id: string;
      readonly body: JsonObject;
    }
  | {
      readonly kind: 'set';
      readonly node: string;
      readonly outputs?: JsonObject;
      readonly variables?: JsonObject;
    }
  | {
      readonly kind: 'waiting';
      readonly node: string;
      readonly visit: number;
      readonly for: readonly string[];
      readonly until: string;
    }
  | {
      readonly kind: 'received';
      readonly event_id: string;
      readonly type: string;
      readonly payload: JsonObject;
      readonly node: string | null;
    }
  | {
      /** A listener heard an event, and takes the call over or runs beside it. */
      readonly kind: 'heard';
      readonly node: string;
      readonly type: string;
      readonly mode: 'interrupt' | 'alongside';
    }
  | {
      readonly kind: 'ignored';
      readonly event_id: string;
      readonly type: string;
      readonly payload: JsonObject;
      readonly why: string;
    }
  | {
      readonly kind: 'refused';
      readonly node: string;
      readonly visit: number;
      readonly action: string;
      readonly status: number | null;
      readonly code: string;
      readonly title: string;
      readonly detail: string;
    }
  | { readonly kind: 'note'; readonly text: string; readonly value?: Json; readonly node?: string }
  | { readonly kind: 'ended'; readonly cause: string; readonly source: string }
);

/** A trace entry before the time is put on it. */
export type TraceLine = TraceEntry extends infer Entry
  ? Entry extends TraceEntry
    ? Omit<Entry, 'at'>
    : never
  : never;
