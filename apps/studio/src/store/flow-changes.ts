import { definitionOf, type Flow } from '@gatherline/flow';
import { same } from './merge-flows.ts';
import { nameOf, type Node } from './node-face.ts';

/** What differs between two states of a flow, by the names people gave. */
export interface FlowChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly name: string; readonly what: readonly string[] }[];
  /** Parts of the flow itself: its name, settings, resources, inputs, outputs, variables. */
  readonly flow: readonly string[];
}

/** What `next` changes against `before`. Where steps stand on the canvas does not count. */
export function changesBetween(before: Flow, next: Flow): FlowChanges {
  const ids = Object.keys(next.nodes);
  return {
    added: ids.filter((id) => before.nodes[id] === undefined).map((id) => nameOf(next, id)),
    removed: Object.keys(before.nodes)
      .filter((id) => next.nodes[id] === undefined)
      .map((id) => nameOf(before, id)),
    changed: ids.flatMap((id) => {
      const [old, now] = [before.nodes[id], next.nodes[id]];
      if (old === undefined || now === undefined || same(old, now)) return [];
      return [{ name: nameOf(next, id), what: partsOf(old, now) }];
    }),
    flow: [
      ...(before.name === next.name ? [] : ['name']),
      ...(before.description === next.description ? [] : ['description']),
      ...(same(before.settings, next.settings) ? [] : ['settings']),
      ...(same(before.resources, next.resources) ? [] : ['resources']),
      ...(same(before.inputs, next.inputs) ? [] : ['inputs']),
      ...(same(before.outputs, next.outputs) ? [] : ['outputs']),
      ...(same(before.variables, next.variables) ? [] : ['variables']),
    ],
  };
}

export function hasChanges({ added, removed, changed, flow }: FlowChanges): boolean {
  return added.length + removed.length + changed.length + flow.length > 0;
}

function partsOf(old: Node, now: Node): readonly string[] {
  const definition = definitionOf(now.type);
  const names = new Set([...Object.keys(old.params), ...Object.keys(now.params)]);
  const fields = [...names]
    .filter((name) => !same(old.params[name], now.params[name]))
    .map((name) => definition?.params.shape[name]?.meta?.()?.title ?? name);
  return [
    ...(old.type === now.type ? [] : ['kind of step']),
    ...((old.label ?? '') === (now.label ?? '') ? [] : ['name']),
    ...fields,
    ...(same(old.exits, now.exits) ? [] : ['where it leads']),
  ];
}
