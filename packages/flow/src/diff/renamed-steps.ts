import { isJsonObject, type Json } from '../json.ts';
import { type Renaming, renameReferences, renameSteps } from '../references.ts';
import type { Flow, FlowNode } from '../schema.ts';
import { same } from './same.ts';

/** Two steps count as one when they stand at the same place, or bear the same name, and this share of their fields agrees. */
const ALIKE = 0.5;

/**
 * The steps of `before` that have another id in `after`: the same content, references followed; or, where it was changed
 * too, content of which most is the same, at the same place or under the same name.
 */
export function renamedSteps(before: Flow, after: Flow): Renaming {
  const gone = Object.keys(before.nodes).filter((id) => after.nodes[id] === undefined);
  const fresh = Object.keys(after.nodes).filter((id) => before.nodes[id] === undefined);
  if (gone.length === 0 || fresh.length === 0) return new Map();
  const exact = confirmed(pairUp({ flow: before, ids: gone }, { flow: after, ids: fresh }), before, after);
  return withAlike(exact, { flow: before, ids: gone }, { flow: after, ids: fresh });
}

/** Whether two steps are likely one and the same, changed here or there. */
export function areAlike(a: FlowNode, b: FlowNode): boolean {
  return a.type === b.type && agreement(fieldsIn(a), fieldsIn(b)) >= ALIKE;
}

interface Unpaired {
  readonly flow: Flow;
  readonly ids: readonly string[];
}

/** Pairs steps of the same content; those that lead to one another are told apart by what they lead to, in turn. */
function pairUp(old: Unpaired, now: Unpaired): Map<string, string> {
  let [left, right] = [uncoloured(old), uncoloured(now)];
  for (let round = 0, count = 0; round < MOST_ROUNDS; round += 1) {
    const numbers = new Map<string, number>();
    [left, right] = [recoloured(old, left, numbers), recoloured(now, right, numbers)];
    if (numbers.size <= count) break;
    count = numbers.size;
  }
  const pairs = new Map<string, string>();
  const places = { old: leadingTo(old.flow), now: leadingTo(now.flow) };
  const evidence = [
    (from: string, to: string) => same(places.old.get(from), places.now.get(to)),
    (from: string, to: string) => same(old.flow.layout[from], now.flow.layout[to]),
    () => true,
  ];
  for (const isLikely of evidence)
    for (const from of old.ids) {
      const taken = new Set(pairs.values());
      const to = now.ids.find(
        (id) => !taken.has(id) && left.get(from) === right.get(id) && isLikely(from, id),
      );
      if (to !== undefined && !pairs.has(from)) pairs.set(from, to);
    }
  return pairs;
}

type Colours = ReadonlyMap<string, string>;

const UNCOLOURED = '~';
/** How many steps away a difference may be that tells two steps of the same content apart. */
const MOST_ROUNDS = 20;

function uncoloured({ ids }: Unpaired): Colours {
  return new Map(ids.map((id) => [id, UNCOLOURED]));
}

/** Equal colours: equal content, as far as the colours of the steps it names say. */
function recoloured(side: Unpaired, colours: Colours, numbers: Map<string, number>): Colours {
  const contents = coloured(side, colours);
  return new Map(
    side.ids.map((id) => {
      const text = sortedText(contents[id]);
      const number = numbers.get(text) ?? numbers.size;
      numbers.set(text, number);
      return [id, `${UNCOLOURED}${number}`];
    }),
  );
}

/** The steps that are to be paired, with the colours of those they name. */
function coloured({ flow, ids }: Unpaired, colours: Colours): Flow['nodes'] {
  const own = Object.entries(flow.nodes).filter(([id]) => ids.includes(id));
  const nodes = structuredClone(Object.fromEntries(own));
  renameReferences({ nodes, settings: {} }, colours);
  return nodes;
}

/** The exits of steps on both sides that lead to a step: they tell apart steps of the same content. */
function leadingTo(flow: Flow): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [id, node] of Object.entries(flow.nodes))
    for (const [exit, target] of Object.entries(node.exits))
      found.set(target, [...(found.get(target) ?? []), `${id}/${exit}`].toSorted());
  return found;
}

/** Drops pairs whose content differs once all the others are followed. */
function confirmed(pairs: Map<string, string>, before: Flow, after: Flow): Map<string, string> {
  const followed = renameSteps(before, pairs);
  const wrong = [...pairs].filter(([, to]) => !same(followed.nodes[to], after.nodes[to]));
  if (wrong.length === 0) return pairs;
  return confirmed(
    new Map([...pairs].filter((pair) => !wrong.some(([from]) => from === pair[0]))),
    before,
    after,
  );
}

function withAlike(exact: Renaming, old: Unpaired, now: Unpaired): Renaming {
  const pairs = new Map(exact);
  const fresh = new Set(now.ids.filter((id) => ![...exact.values()].includes(id)));
  const [followed, others] = [old, now].map((side) => coloured(side, uncoloured(side)));
  for (const from of old.ids.filter((id) => !exact.has(id))) {
    const node = followed?.[from];
    const to = [...fresh].find((id) => {
      const other = others?.[id];
      const isPlace = old.flow.layout[from] !== undefined && same(old.flow.layout[from], now.flow.layout[id]);
      const isName = node?.label !== undefined && node.label === other?.label;
      return node !== undefined && other !== undefined && (isPlace || isName) && areAlike(node, other);
    });
    if (to === undefined) continue;
    pairs.set(from, to);
    fresh.delete(to);
  }
  return pairs;
}

/** The share of two steps' fields that agree, 0 to 1. */
function agreement(a: ReadonlyMap<string, Json>, b: ReadonlyMap<string, Json>): number {
  if (a.size + b.size === 0) return 1;
  const equal = [...a].filter(([path, value]) => b.get(path) === value).length;
  return (2 * equal) / (a.size + b.size);
}

function fieldsIn({ label, params, exits }: FlowNode): ReadonlyMap<string, Json> {
  const found = new Map<string, Json>();
  const visit = (value: Json | undefined, path: string) => {
    if (Array.isArray(value)) for (const [index, item] of value.entries()) visit(item, `${path}/${index}`);
    else if (isJsonObject(value))
      for (const [key, item] of Object.entries(value)) visit(item, `${path}/${key}`);
    else if (value !== undefined) found.set(path, value);
  };
  visit(label, 'label');
  visit(params, 'params');
  visit(exits, 'exits');
  return found;
}

/** The text of a value, whatever the order of its keys. */
export function sortedText(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    isJsonObject(item)
      ? Object.fromEntries(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
