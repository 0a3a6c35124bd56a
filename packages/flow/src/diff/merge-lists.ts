import { isJsonObject, type Json } from '../json.ts';
import type { Path } from './changes.ts';
import { type KeyOf, keyOfEntries, keyOfTexts } from './list-keys.ts';
import type { Settle, Versions } from './conflict.ts';
import { same } from './same.ts';

type Lists = Versions<readonly Json[]>;

interface Place {
  readonly path: Path;
  readonly settle: Settle;
  /** Merges one entry. */
  readonly merge: (versions: Versions<Json | undefined>, path: Path, settle: Settle) => Json | undefined;
}

/** Merges two lists entry by entry; `null` when nothing tells which entries belong together. */
export function mergeLists(lists: Lists, place: Place): readonly Json[] | null {
  const all = [lists.base, lists.mine, lists.theirs];
  const keyOf = keyOfEntries(all) ?? keyOfTexts(all);
  return keyOf === null ? mergeByPlace(lists, place) : mergeByKey(lists, keyOf, place);
}

/** Entries that nothing tells apart belong together by their place, as long as at most one side added some at the end. */
function mergeByPlace(lists: Lists, { path, settle, merge }: Place): readonly Json[] | null {
  const { base, mine, theirs } = lists;
  const areGroups = [...base, ...mine, ...theirs].every(isJsonObject);
  const hasGrown = [mine, theirs].filter((side) => side.length !== base.length);
  const isAppended = hasGrown.every(
    (side) => side.length > base.length && same(side.slice(0, base.length), base),
  );
  if (!areGroups || hasGrown.length > 1 || !isAppended) return null;
  const count = Math.max(mine.length, theirs.length);
  return Array.from({ length: count }, (_, index) =>
    merge({ base: base[index], mine: mine[index], theirs: theirs[index] }, [...path, index], settle),
  ).filter((entry) => entry !== undefined);
}

function mergeByKey(lists: Lists, keyOf: KeyOf, { path, settle, merge }: Place): readonly Json[] | null {
  const [base, mine, theirs] = [lists.base, lists.mine, lists.theirs].map(
    (list) => new Map(list.map((entry) => [keyOf(entry), entry])),
  );
  if (base === undefined || mine === undefined || theirs === undefined) return null;
  const keys = { base: [...base.keys()], mine: [...mine.keys()], theirs: [...theirs.keys()] };
  if (areReplaced(keys)) return null;
  return inOrder(keys, { path, settle }).flatMap((key) => {
    const versions = { base: base.get(key), mine: mine.get(key), theirs: theirs.get(key) };
    const merged = merge(versions, [...path, key], settle);
    return merged === undefined ? [] : [merged];
  });
}

type Keys = Versions<readonly string[]>;

/** Both sides put something else of their own in the place of one entry. */
function areReplaced({ base, mine, theirs }: Keys): boolean {
  const hasOwn = (side: readonly string[], other: readonly string[]) =>
    side.some((key) => !base.includes(key) && !other.includes(key));
  const areGone = base.some((key) => !mine.includes(key) && !theirs.includes(key));
  return areGone && hasOwn(mine, theirs) && hasOwn(theirs, mine);
}

/** Every key of either side, in the order of whoever moved entries; what the other side has besides stays behind its neighbour. */
function inOrder(keys: Keys, at: Pick<Place, 'path' | 'settle'>): readonly string[] {
  const leader = leaderOf(keys, at);
  const follower = leader === keys.mine ? keys.theirs : keys.mine;
  const known = new Set(follower);
  const order = [...leader];
  follower.forEach((key, place) => {
    if (order.includes(key)) return;
    const before = follower[place - 1];
    let index = before === undefined ? 0 : order.indexOf(before) + 1;
    while (order[index] !== undefined && !known.has(order[index] ?? '')) index += 1;
    order.splice(index, 0, key);
  });
  return order;
}

function leaderOf(
  { base, mine, theirs }: Keys,
  { path, settle }: Pick<Place, 'path' | 'settle'>,
): readonly string[] {
  const isMoved = (side: readonly string[]) =>
    !same(
      base.filter((key) => side.includes(key)),
      side.filter((key) => base.includes(key)),
    );
  const first = JSON.stringify(mine) < JSON.stringify(theirs) ? mine : theirs;
  if (!isMoved(mine)) return isMoved(theirs) ? theirs : first;
  if (!isMoved(theirs)) return mine;
  const shared = (side: readonly string[]) =>
    side.filter((key) => mine.includes(key) && theirs.includes(key));
  if (same(shared(mine), shared(theirs))) return first;
  return settle({ path, base, mine, theirs, isOrder: true }) === 'mine' ? mine : theirs;
}
