import { stepsReadBy } from '../references.ts';
import type { Flow, FlowNode } from '../schema.ts';
import type { Aligned } from './align-steps.ts';
import { same } from './same.ts';
import { conflictAt, type Settle, type Side, type Versions } from './conflict.ts';

/**
 * Decides on each step that one side deleted: it goes, unless the other side changed it or leads to it anew, which is a
 * conflict. What went only because the step did (wires, handlers, its place) is put back for the merge, so that it does
 * not pass for a change; `dropLooseEnds` takes it away again.
 */
export function settleDeletions(aligned: Aligned, settle: Settle): Versions<Flow> {
  const { base, mine, theirs } = aligned;
  const [nodes, mineNodes, theirNodes] = [base, mine, theirs].map((flow) => ({ ...flow.nodes }));
  if (nodes === undefined || mineNodes === undefined || theirNodes === undefined) return aligned;
  for (const [id, node] of Object.entries(base.nodes)) {
    const [own, other] = [mine.nodes[id], theirs.nodes[id]];
    const left = own ?? other;
    if (left === undefined || (own !== undefined && other !== undefined)) continue;
    const side: Side = own === undefined ? 'theirs' : 'mine';
    const isWanted =
      !same(node, left) || aligned.renamed[side].has(id) || isNamedAnew(base, aligned[side], id);
    const isKept =
      isWanted && settle(conflictAt(['nodes', id], { base: node, mine: own, theirs: other })) === side;
    for (const each of [nodes, mineNodes, theirNodes]) {
      if (isKept) each[id] = left;
      else delete each[id];
    }
  }
  return {
    base: Object.assign({}, base, { nodes }),
    mine: withRestored(mine, mineNodes, base),
    theirs: withRestored(theirs, theirNodes, base),
  };
}

/**
 * Takes away, in place, what leads to steps that are gone, and their places; not what the side that deleted a step has left
 * so itself.
 */
export function dropLooseEnds(merged: Flow, { base, mine, theirs }: Aligned): void {
  const isLoose = (id: string, isIn: (side: Flow) => boolean) =>
    isGone(id, base, merged) && ![mine, theirs].some((side) => side.nodes[id] === undefined && isIn(side));
  for (const [id, node] of Object.entries(merged.nodes))
    for (const [exit, target] of Object.entries(node.exits))
      if (isLoose(target, (side) => side.nodes[id]?.exits[exit] === target)) delete node.exits[exit];
  for (const id of Object.keys(merged.layout))
    if (isLoose(id, (side) => side.layout[id] !== undefined)) delete merged.layout[id];
  const { handlers = {} } = merged.settings;
  for (const [outcome, target] of Object.entries(handlers))
    if (typeof target === 'string' && isLoose(target, (side) => side.settings.handlers?.[outcome] === target))
      delete handlers[outcome];
}

function isGone(id: string, base: Flow, side: Flow): boolean {
  return base.nodes[id] !== undefined && side.nodes[id] === undefined;
}

/** Whether a wire, a handler or a text of `side` names the step where nothing did before. */
function isNamedAnew(base: Flow, side: Flow, id: string): boolean {
  const known = placesNaming(base, id);
  return [...placesNaming(side, id)].some((place) => !known.has(place));
}

function placesNaming(flow: Flow, id: string): ReadonlySet<string> {
  const wires = Object.entries(flow.nodes).flatMap(([node, { exits }]) =>
    Object.keys(exits).flatMap((exit) => (exits[exit] === id ? [`${node}/${exit}`] : [])),
  );
  const reads = Object.entries(flow.nodes).flatMap(([node, content]) =>
    stepsReadBy(content).has(id) ? [node] : [],
  );
  const handled = Object.entries(flow.settings.handlers ?? {}).flatMap(([outcome, target]) =>
    target === id ? [`handlers/${outcome}`] : [],
  );
  return new Set([...wires, ...reads, ...handled]);
}

type Nodes = Flow['nodes'];

function withRestored(side: Flow, nodes: Nodes, base: Flow): Flow {
  const restored = Object.entries(nodes).map(([id, node]): [string, FlowNode] => {
    const exits = { ...lost(base.nodes[id]?.exits ?? {}, base, side), ...node.exits };
    return [id, Object.assign({}, node, { exits })];
  });
  const { handlers } = side.settings;
  const settings =
    handlers === undefined
      ? side.settings
      : Object.assign({}, side.settings, {
          handlers: { ...lost(base.settings.handlers ?? {}, base, side), ...handlers },
        });
  const places = Object.entries(base.layout).filter(([id]) => isGone(id, base, side));
  const layout = { ...Object.fromEntries(places), ...side.layout };
  return Object.assign({}, side, { nodes: Object.fromEntries(restored), settings, layout });
}

/** What led to steps that the side deleted. */
function lost<T>(targets: Readonly<Record<string, T>>, base: Flow, side: Flow): Record<string, T> {
  const entries = Object.entries(targets);
  return Object.fromEntries(
    entries.filter(([, target]) => typeof target === 'string' && isGone(target, base, side)),
  );
}
