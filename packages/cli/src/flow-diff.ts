import { type Flow, type FlowNode, isJsonObject, type Json } from '@gatherline/flow';

/** One value that differs; `before` or `after` is missing where there was or is none. */
export interface Change {
  readonly path: readonly string[];
  readonly before?: Json;
  readonly after?: Json;
}

interface NodeChange {
  readonly id: string;
  readonly name: string;
  readonly changes: readonly Change[];
}

/** What differs between two flows, as a person would tell it: by names, and the layout apart. */
export interface FlowDiff {
  readonly flow: readonly Change[];
  readonly added: readonly NodeName[];
  readonly removed: readonly NodeName[];
  readonly renamed: readonly { readonly from: string; readonly to: string; readonly name: string }[];
  readonly changed: readonly NodeChange[];
  readonly layout: readonly Change[];
}

interface NodeName {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

/** Compares two flows by meaning: order, spacing and positions do not count. */
export function diffFlows(before: Flow, after: Flow): FlowDiff {
  const gone = Object.keys(before.nodes).filter((id) => !(id in after.nodes));
  const fresh = Object.keys(after.nodes).filter((id) => !(id in before.nodes));
  const renamed = gone.flatMap((from) => {
    const to = fresh.find((id) => sameNode(before.nodes[from], after.nodes[id]));
    return to === undefined ? [] : [{ from, to, name: nameIn(after, to) }];
  });
  const { nodes: _before, layout: layoutBefore, ...restBefore } = before;
  const { nodes: _after, layout: layoutAfter, ...restAfter } = after;
  return {
    flow: changesBetween(restBefore, restAfter),
    added: fresh.filter((id) => renamed.every(({ to }) => to !== id)).map((id) => describe(after, id)),
    removed: gone.filter((id) => renamed.every(({ from }) => from !== id)).map((id) => describe(before, id)),
    renamed,
    changed: Object.keys(before.nodes)
      .filter((id) => id in after.nodes)
      .map((id) => ({
        id,
        name: nameIn(after, id),
        changes: changesBetween(before.nodes[id], after.nodes[id]),
      }))
      .filter(({ changes }) => changes.length > 0),
    layout: changesBetween(layoutBefore, layoutAfter),
  };
}

/** Whether the flows mean the same, wherever their nodes stand. */
export function isSame({ flow, added, removed, renamed, changed }: FlowDiff): boolean {
  return [flow, added, removed, renamed, changed].every((differences) => differences.length === 0);
}

/** A node's label, or its id where it has none. */
export function nameIn(flow: Flow, id: string): string {
  return flow.nodes[id]?.label ?? id;
}

function describe(flow: Flow, id: string): NodeName {
  return { id, name: nameIn(flow, id), type: flow.nodes[id]?.type ?? '' };
}

function sameNode(a: FlowNode | undefined, b: FlowNode | undefined): boolean {
  return a !== undefined && b !== undefined && changesBetween(a, b).length === 0;
}

function changesBetween(
  before: Json | undefined,
  after: Json | undefined,
  path: readonly string[] = [],
): readonly Change[] {
  if (isJsonObject(before) && isJsonObject(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) => changesBetween(before[key], after[key], [...path, key]));
  }
  if (isListOfGroups(before) && isListOfGroups(after) && before.length === after.length) {
    return before.flatMap((item, index) => changesBetween(item, after[index], [...path, String(index)]));
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

/** Plain values, such as a position's coordinates, are told as one; groups, such as choices, field by field. */
function isListOfGroups(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value) && value.every((item) => isJsonObject(item));
}
