import { definitionOf } from '../nodes/index.ts';
import type { Flow, FlowNode } from '../schema.ts';
import { conflictAt, type Settle, type Versions } from './conflict.ts';

/** Decides, in place, between parameters of which a step takes one only, where each side gave another one. */
export function settleExclusive(merged: Flow, versions: Versions<Flow>, settle: Settle): void {
  for (const [id, node] of Object.entries(merged.nodes))
    for (const names of definitionOf(node.type)?.exclusive ?? []) {
      const given = (flow: Flow) => paramsIn(flow.nodes[id], names);
      const [mine, theirs] = [given(versions.mine), given(versions.theirs)];
      const isNew = [mine, theirs].every((params) => Object.keys(params).length < 2);
      if (!isNew || Object.keys(given(merged)).length < 2) continue;
      const conflict = conflictAt(['nodes', id, 'params'], { base: given(versions.base), mine, theirs });
      const chosen = settle(conflict) === 'mine' ? mine : theirs;
      for (const name of names) delete node.params[name];
      Object.assign(node.params, chosen);
    }
}

function paramsIn(node: FlowNode | undefined, names: readonly string[]): FlowNode['params'] {
  return Object.fromEntries(Object.entries(node?.params ?? {}).filter(([name]) => names.includes(name)));
}
