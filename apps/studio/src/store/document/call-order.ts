import type { Flow } from '@gatherline/flow';
import { inOrder } from '../view/card-geometry.ts';
import { nodeView } from '../view/node-view.ts';

/** Steps in the order in which a call meets them: from the start, then from the events, then those nothing leads to. */
export function callOrder(flow: Flow): readonly string[] {
  const ids = Object.keys(flow.nodes);
  const withRole = (role: 'entry' | 'listener') => ids.filter((id) => roleOf(flow, id) === role);
  const seen = new Set<string>();
  for (const root of [...withRole('entry'), ...withRole('listener')]) {
    const reached = new Set([root]);
    // A set hands out what is added while it is walked.
    for (const id of reached)
      for (const target of targetsOf(flow, id)) if (!seen.has(target)) reached.add(target);
    for (const id of reached) seen.add(id);
  }
  return [...seen, ...ids.filter((id) => !seen.has(id))];
}

function roleOf(flow: Flow, id: string) {
  const node = flow.nodes[id];
  return node === undefined ? undefined : nodeView(node).role;
}

function targetsOf(flow: Flow, id: string): readonly string[] {
  const node = flow.nodes[id];
  if (node === undefined) return [];
  const targets = inOrder(nodeView(node).exits).flatMap((exit) => node.exits[exit.id] ?? []);
  return targets.filter((target) => flow.nodes[target] !== undefined);
}
