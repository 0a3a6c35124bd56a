import { isJsonObject, type Flow, type Json } from '@gatherline/flow';
import type { Path } from '../state.ts';

/** A value as the document holds it: JSON that may be changed inside an edit. */
export type Value = Flow['variables'][string];

/** Copies a value, so that nothing outside holds a part of the document. */
export function copyJson(value: Json): Value {
  if (value === null || typeof value !== 'object') return value;
  if (isJsonObject(value)) return copyRecord(value);
  return value.map(copyJson);
}

export function copyRecord(value: { readonly [key: string]: Json }): Record<string, Value> {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyJson(item)]));
}

/**
 * Writes `value` at `path` and answers the changed container; the parts beside the path stay the same objects.
 * `undefined` takes the value away, and objects that end up empty with it.
 */
export function withValueAt(
  container: Value | undefined,
  path: Path,
  value: Json | undefined,
): Value | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value === undefined ? undefined : copyJson(value);
  if (typeof step === 'number') {
    const list = Array.isArray(container) ? [...container] : [];
    const next = withValueAt(list[step], rest, value);
    if (next === undefined) list.splice(step, 1);
    else list[step] = next;
    return list;
  }
  const { [step]: old, ...others } = isRecord(container) ? container : {};
  const next = withValueAt(old, rest, value);
  if (next !== undefined) return isRecord(container) ? { ...container, [step]: next } : { [step]: next };
  return Object.keys(others).length === 0 ? undefined : others;
}

function isRecord(value: Value | undefined): value is { [key: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy with some parts replaced. A spread would lose the index signature of records that keep unknown fields. */
export function withParts<T extends object>(record: T, parts: Partial<T>): T {
  return Object.assign({}, record, parts);
}

/** The value as a record; an empty one when it is anything else. */
export function recordAt(value: Value | undefined): Record<string, Value> {
  return isRecord(value) ? value : {};
}
