import type { Flow } from '@gatherline/flow';
import { withParts } from './json-paths.ts';

/**
 * Puts my changes on top of theirs: node by node, variable by variable, place by place, compared with what both began
 * from. What only one side changed is taken from that side; what both changed is mine. Wires to nodes that are gone
 * afterwards go with them.
 */
export function mergeFlows(base: Flow, mine: Flow, theirs: Flow): Flow {
  const nodes = mergeRecords(base.nodes, mine.nodes, theirs.nodes);
  const merged: Flow = {
    ...mergeRecords<unknown>(base, mine, theirs),
    format: mine.format,
    id: mine.id,
    name: same(base.name, mine.name) ? theirs.name : mine.name,
    settings: mergeRecords(base.settings, mine.settings, theirs.settings),
    resources: mergeRecords(base.resources, mine.resources, theirs.resources),
    inputs: mergeRecords(base.inputs, mine.inputs, theirs.inputs),
    outputs: mergeRecords(base.outputs, mine.outputs, theirs.outputs),
    variables: mergeRecords(base.variables, mine.variables, theirs.variables),
    nodes: withoutLooseWires(nodes, new Set([base, mine, theirs].flatMap((flow) => Object.keys(flow.nodes)))),
    layout: Object.fromEntries(
      Object.entries(mergeRecords(base.layout, mine.layout, theirs.layout)).filter(
        ([id]) => nodes[id] !== undefined || base.nodes[id] === undefined,
      ),
    ),
  };
  return merged;
}

function mergeRecords<T>(
  base: Readonly<Record<string, T | undefined>>,
  mine: Readonly<Record<string, T | undefined>>,
  theirs: Readonly<Record<string, T | undefined>>,
): Record<string, T> {
  const keys = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  const entries = [...keys].flatMap((key): [string, T][] => {
    const chosen = same(base[key], mine[key]) ? theirs[key] : mine[key];
    return chosen === undefined ? [] : [[key, chosen]];
  });
  return Object.fromEntries(entries);
}

/** A wire is loose when the node it led to was there on some side and is not any more. */
function withoutLooseWires(nodes: Flow['nodes'], everKnown: ReadonlySet<string>): Flow['nodes'] {
  return Object.fromEntries(
    Object.entries(nodes).map(([id, node]) => {
      const kept = Object.entries(node.exits).filter(
        ([, target]) => nodes[target] !== undefined || !everKnown.has(target),
      );
      return [
        id,
        kept.length === Object.keys(node.exits).length
          ? node
          : withParts(node, { exits: Object.fromEntries(kept) }),
      ];
    }),
  );
}

/** Equal values, whatever the order of their keys. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = new Map(Object.entries(a));
  const right = Object.entries(b);
  return (
    left.size === right.length && right.every(([key, value]) => left.has(key) && same(left.get(key), value))
  );
}
