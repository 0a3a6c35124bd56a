import { type TraceEntry, traceEntrySchema } from '@gatherline/engine';
import { isJsonObject, type JsonObject } from '@gatherline/flow';

/** A line of a kind, or of a form, that this studio does not know: a newer service wrote it. */
export interface UnknownTraceEntry {
  readonly at: string;
  readonly kind: 'unknown';
  readonly line: JsonObject;
}

export type AnyTraceEntry = TraceEntry | UnknownTraceEntry;

/** Reads one line of a call's history, whichever service wrote it; fields that this studio does not know stay in it. `null`: no line at all. */
export function readTraceEntry(value: unknown): AnyTraceEntry | null {
  if (!isJsonObject(value)) return null;
  const { success, data } = traceEntrySchema.safeParse(value);
  if (success) return { ...value, ...data };
  return { at: typeof value.at === 'string' ? value.at : '', kind: 'unknown', line: value };
}
