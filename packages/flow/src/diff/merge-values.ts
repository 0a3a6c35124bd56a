import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { isList, type Path } from './changes.ts';
import { conflictAt, type Settle, type Versions } from './conflict.ts';
import { mergeLists } from './merge-lists.ts';
import { same } from './same.ts';

/** Merges field by field. What one side changed is taken from it; what both changed alike is taken once. */
export function mergeValues(
  versions: Versions<Json | undefined>,
  path: Path,
  settle: Settle,
): Json | undefined {
  const { base, mine, theirs } = versions;
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (isJsonObject(mine) && isJsonObject(theirs) && mine.type === theirs.type)
    return mergeRecords({ base: isJsonObject(base) ? base : {}, mine, theirs }, path, settle);
  if (isList(mine) && isList(theirs)) {
    const merged = mergeLists(
      { base: isList(base) ? base : [], mine, theirs },
      { path, settle, merge: mergeValues },
    );
    if (merged !== null) return merged;
  }
  return settle(conflictAt(path, versions)) === 'mine' ? mine : theirs;
}

function mergeRecords({ base, mine, theirs }: Versions<JsonObject>, path: Path, settle: Settle): JsonObject {
  const added = [...Object.keys(mine), ...Object.keys(theirs)].filter((key) => !(key in base)).toSorted();
  const merged: Record<string, Json> = {};
  for (const key of new Set([...Object.keys(base), ...added])) {
    const value = mergeValues(
      { base: base[key], mine: mine[key], theirs: theirs[key] },
      [...path, key],
      settle,
    );
    if (value !== undefined) merged[key] = value;
  }
  return merged;
}
