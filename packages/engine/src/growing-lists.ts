import type { Json, JsonObject } from '@gatherline/flow';
import { fingerprint } from './fingerprint.ts';
import type { TraceEntry, TraceLine } from './trace.ts';

/*
 * The carrier tells a conversation whole each time somebody has spoken. Kept so, the trace of n turns would hold it n
 * times; hence a line has only what is new, and says how many entries came before.
 */
const FIELDS: readonly string[] = ['message_history'];

/** Of each growing list, a mark for every entry that the trace has. */
export type TracedLists = { readonly [field: string]: readonly string[] };

type Earlier = { readonly [field: string]: number };

interface Shortened<Line> {
  readonly line: Line & { readonly earlier?: Earlier };
  /** What the trace has, once this line is in it. */
  readonly traced: TracedLists;
}

/** A line without the entries that the trace has already. */
export function withoutTraced(line: TraceLine, traced: TracedLists): Shortened<TraceLine> {
  let shortened: Shortened<TraceLine> = { line, traced };
  for (const field of FIELDS) shortened = shorten(shortened, field);
  return shortened;
}

function shorten({ line, traced }: Shortened<TraceLine>, field: string): Shortened<TraceLine> {
  const list = valuesIn(line)?.[field];
  if (!Array.isArray(list) || list.length === 0) return { line, traced };
  const known = traced[field] ?? [];
  const marks = list.map(markOf);
  const count = commonStart(known, marks);
  const isKept = isContinued({ kind: line.kind, known: known.length, count, rest: list.length - count });
  return {
    line: {
      ...withValues(line, { [field]: list.slice(count) }),
      ...(count === 0 ? {} : { earlier: { ...line.earlier, [field]: count } }),
    },
    traced: isKept ? { ...traced, [field]: marks } : traced,
  };
}

/** A trace, from its beginning, in which each list stands whole again. */
export function withWholeLists(trace: readonly TraceEntry[]): readonly TraceEntry[] {
  const lists = new Map<string, readonly Json[]>();
  return trace.map((entry) => FIELDS.reduce((whole, field) => lengthen(whole, field, lists), entry));
}

function lengthen(entry: TraceEntry, field: string, lists: Map<string, readonly Json[]>): TraceEntry {
  const rest = valuesIn(entry)?.[field];
  if (!Array.isArray(rest)) return entry;
  const known = lists.get(field) ?? [];
  const count = ('earlier' in entry ? entry.earlier?.[field] : undefined) ?? 0;
  const whole = [...known.slice(0, count), ...rest];
  if (isContinued({ kind: entry.kind, known: known.length, count, rest: rest.length }))
    lists.set(field, whole);
  return withValues(entry, { [field]: whole });
}

interface Growth {
  readonly kind: TraceEntry['kind'];
  /** Entries that the trace has, those of them that the list begins with, and those that it has beside. */
  readonly known: number;
  readonly count: number;
  readonly rest: number;
}

/** Whether later lines go on from this list. An event that moves nothing, told late perhaps, may only add to what is known. */
function isContinued({ kind, known, count, rest }: Growth): boolean {
  return rest > 0 && (kind !== 'ignored' || count === known);
}

type Valued = TraceEntry | TraceLine;

function valuesIn(line: Valued): JsonObject | undefined {
  if (line.kind === 'set') return line.outputs;
  return line.kind === 'received' || line.kind === 'ignored' ? line.payload : undefined;
}

function withValues<Line extends Valued>(line: Line, values: JsonObject): Line {
  if (line.kind === 'set') return { ...line, outputs: { ...line.outputs, ...values } };
  if (line.kind === 'received' || line.kind === 'ignored')
    return { ...line, payload: { ...line.payload, ...values } };
  return line;
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const different = one.findIndex((mark, index) => mark !== other[index]);
  return different === -1 ? one.length : different;
}

/** Short, so that a call does not hold the conversation a second time. */
function markOf(entry: Json): string {
  return fingerprint(JSON.stringify(entry));
}
