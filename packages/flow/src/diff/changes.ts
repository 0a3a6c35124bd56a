import { isJsonObject, type Json } from '../json.ts';
import { keyOfEntries } from './list-keys.ts';
import { same } from './same.ts';

/**
 * Leads to a value of a document. A text that leads into a list is what the entry is known by, such as the digits of a
 * choice; a number is its place, where the entries of a list are known by nothing else.
 */
export type Path = readonly (string | number)[];

/** One value that differs; `before` or `after` is missing where there was or is none. */
export interface Change {
  readonly path: Path;
  readonly before?: Json;
  readonly after?: Json;
  /** The entries of the list at `path` stand in another order; `before` and `after` are what they are known by. */
  readonly isOrder?: true;
}

/** Every value that differs, as deep as both sides have the same shape. */
export function changesBetween(
  before: Json | undefined,
  after: Json | undefined,
  path: Path = [],
): readonly Change[] {
  if (same(before, after)) return [];
  if (isJsonObject(before) && isJsonObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => changesBetween(before[key], after[key], [...path, key]));
  }
  if (isList(before) && isList(after)) return changesInList(before, after, path);
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

function changesInList(before: readonly Json[], after: readonly Json[], path: Path): readonly Change[] {
  const keyOf = keyOfEntries([before, after]);
  if (keyOf !== null) {
    const [old, now] = [before, after].map((list) => new Map(list.map((entry) => [keyOf(entry), entry])));
    if (old === undefined || now === undefined) return [];
    const keys = [...new Set([...old.keys(), ...now.keys()])];
    const order = [old, now].map((from) => [...from.keys()].filter((key) => old.has(key) && now.has(key)));
    return [
      ...keys.flatMap((key) => changesBetween(old.get(key), now.get(key), [...path, key])),
      ...(same(order[0], order[1])
        ? []
        : [{ path, before: [...old.keys()], after: [...now.keys()], isOrder: true } as const]),
    ];
  }
  const areGroups = [...before, ...after].every(isJsonObject) && before.length === after.length;
  if (areGroups)
    return before.flatMap((entry, index) => changesBetween(entry, after[index], [...path, index]));
  return [{ path, before, after }];
}

/** Unlike `Array.isArray`, keeps the entries' type. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
