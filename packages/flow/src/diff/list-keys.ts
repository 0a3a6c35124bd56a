import { isJsonObject, type Json } from '../json.ts';

type List = readonly Json[];

/** Fields that tell the entries of a list apart, the most telling first. */
const KEYS = ['id', 'name', 'digits', 'key', 'field', 'date', 'from', 'to', 'language'];

/** Tells what an entry of a list is known by, wherever it stands. */
export type KeyOf = (entry: Json) => string;

/**
 * What the entries of all these versions of a list are known by: a field of theirs, such as the digits of a choice.
 * `null` when there is none, or when two entries of one version would be the same.
 */
export function keyOfEntries(lists: readonly List[]): KeyOf | null {
  if (lists.every((list) => list.length === 0)) return null;
  const field = KEYS.find((name) =>
    lists.every((list) => areDistinct(list.map((entry) => valueOf(entry, name)))),
  );
  return field === undefined ? null : (entry) => valueOf(entry, field) ?? '';
}

/** The same for lists of plain texts, such as numbers to ring: each is known by itself. */
export function keyOfTexts(lists: readonly List[]): KeyOf | null {
  const areTexts = lists.every((list) =>
    areDistinct(list.map((entry) => (typeof entry === 'string' ? entry : undefined))),
  );
  return areTexts ? String : null;
}

/** Where the entry that a path calls `step` stands in a list; -1 when it is not there. */
export function indexOfEntry(list: List, step: string | number): number {
  if (typeof step === 'number') return step;
  return list.findIndex((entry) => entry === step || KEYS.some((name) => valueOf(entry, name) === step));
}

function valueOf(entry: Json, field: string): string | undefined {
  const value = isJsonObject(entry) ? entry[field] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function areDistinct(values: readonly (string | undefined)[]): boolean {
  return values.every((value) => value !== undefined) && new Set(values).size === values.length;
}
