import type { Flow } from '@gatherline/flow';
import { nodeView, nameOf } from '../view/node-view.ts';
import type { ExitRef } from '../state.ts';

/** Node ids and exits hold no slash, so this is unique. */
export function wireId({ node, exit }: ExitRef): string {
  return `${node}/${exit}`;
}

export function exitOfWire(id: string): ExitRef {
  const at = id.indexOf('/');
  return { node: id.slice(0, at), exit: id.slice(at + 1) };
}

/** Whether a wire may arrive at a node: it exists and has an entry. */
export function canLeadTo(flow: Flow, target: string): boolean {
  const node = flow.nodes[target];
  return node !== undefined && nodeView(node).hasEntry;
}

/** Why no wire may arrive at a node; `null` when one may. */
export function refusalOf(flow: Flow, target: string): string | null {
  const node = flow.nodes[target];
  if (node === undefined || nodeView(node).hasEntry) return null;
  const { name, role } = nodeView(node);
  const why = role === 'listener' ? 'it begins by itself, when that happens.' : 'calls begin there.';
  return `Nothing can lead to ${name}: ${why}`;
}

/** "Appointments of Main menu": what a port is called. */
export function exitName(flow: Flow, { node, exit }: ExitRef): string {
  const record = flow.nodes[node];
  const label =
    record === undefined ? undefined : nodeView(record).exits.find(({ id }) => id === exit)?.label;
  return `${label ?? exit} of ${nameOf(flow, node)}`;
}

/** "Main menu" for one node, "3 steps" for several. */
export function subjectOf(flow: Flow, ids: readonly string[]): string {
  const [only] = ids;
  return ids.length === 1 && only !== undefined ? nameOf(flow, only) : `${ids.length} steps`;
}
