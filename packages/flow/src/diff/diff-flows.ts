import { renameSteps } from '../references.ts';
import type { Flow } from '../schema.ts';
import { type Change, changesBetween } from './changes.ts';
import { renamedSteps } from './renamed-steps.ts';

/** What differs between two flows; steps by the ids they have afterwards, and the layout apart. */
export interface FlowDiff {
  readonly flow: readonly Change[];
  readonly added: readonly StepName[];
  readonly removed: readonly StepName[];
  readonly renamed: readonly { readonly from: string; readonly to: string; readonly name: string }[];
  readonly changed: readonly StepChange[];
  readonly layout: readonly Change[];
}

/** A step with its label, or its id where it has none. */
export interface StepName {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

interface StepChange {
  readonly id: string;
  readonly name: string;
  /** Paths begin inside the step. */
  readonly changes: readonly Change[];
}

/**
 * Compares two flows by meaning: the order of keys says nothing, and a step under a new id is the same step, with
 * whatever names it. Pure.
 */
export function diffFlows(before: Flow, after: Flow): FlowDiff {
  const renaming = renamedSteps(before, after);
  const { nodes, layout, ...rest } = renameSteps(before, renaming);
  const { nodes: nodesAfter, layout: layoutAfter, ...restAfter } = after;
  const idsAfter = Object.keys(nodesAfter);
  return {
    flow: changesBetween(rest, restAfter),
    added: idsAfter.filter((id) => nodes[id] === undefined).map((id) => nameStep(after, id)),
    removed: Object.keys(nodes)
      .filter((id) => nodesAfter[id] === undefined)
      .map((id) => nameStep(before, id)),
    renamed: [...renaming].map(([from, to]) => ({ from, to, name: nameIn(after, to) })),
    changed: idsAfter
      .filter((id) => nodes[id] !== undefined)
      .map((id) => ({ id, name: nameIn(after, id), changes: changesBetween(nodes[id], nodesAfter[id]) }))
      .filter(({ changes }) => changes.length > 0),
    layout: changesBetween(layout, layoutAfter),
  };
}

/** Whether two flows mean the same, wherever their steps stand. */
export function isSame({ flow, added, removed, renamed, changed }: FlowDiff): boolean {
  return [flow, added, removed, renamed, changed].every((differences) => differences.length === 0);
}

/** A step's label, or its id where it has none. */
export function nameIn(flow: Flow, id: string): string {
  return flow.nodes[id]?.label ?? id;
}

function nameStep(flow: Flow, id: string): StepName {
  return { id, name: nameIn(flow, id), type: flow.nodes[id]?.type ?? '' };
}
