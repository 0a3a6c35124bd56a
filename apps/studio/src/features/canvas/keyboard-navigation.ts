import type { Flow } from '@gatherline/flow';
import { callOrder, defaultExit, type ExitRef, nodeView, inOrder } from '../../store/index.ts';
import type { Focus } from './canvas-state.ts';

export type NavigationKey = 'ArrowRight' | 'ArrowLeft' | 'ArrowDown' | 'ArrowUp' | 'Home' | 'End';

export function isNavigationKey(key: string): key is NavigationKey {
  return ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp', 'Home', 'End'].includes(key);
}

/**
 * Where a key leads on the graph: right through the exit one is on, or the usual one; left to the exit's node, or to the
 * caller; down and up among the exits; up from a node, and down from one without exits, to its siblings. From the start,
 * and from an event, up and down lead past the exits to the other beginnings.
 */
export function navigate(flow: Flow, focus: Focus | null, key: NavigationKey): Focus | null {
  const order = callOrder(flow);
  if (focus === null || flow.nodes[focus.node] === undefined || key === 'Home') return at(order[0]);
  if (key === 'End') return at(order.at(-1));
  if (key === 'ArrowRight') return onward(flow, focus);
  if (key === 'ArrowLeft') return back(flow, focus);
  return among(flow, focus, key === 'ArrowDown' ? 1 : -1);
}

function onward(flow: Flow, focus: Focus): Focus | null {
  const node = flow.nodes[focus.node];
  if (node === undefined) return null;
  const usual = defaultExit(node);
  const wired = exitsOf(flow, focus.node).find((exit) => node.exits[exit] !== undefined);
  const exit = focus.exit ?? (usual !== null && node.exits[usual] !== undefined ? usual : wired);
  const target = exit === undefined ? undefined : node.exits[exit];
  if (exit === undefined || target === undefined || flow.nodes[target] === undefined) return null;
  return { node: target, exit: null, from: { node: focus.node, exit } };
}

function back(flow: Flow, focus: Focus): Focus | null {
  if (focus.exit !== null) return { ...focus, exit: null };
  const caller = callerOf(flow, focus);
  return caller === null ? null : { node: caller.node, exit: null, from: null };
}

function among(flow: Flow, focus: Focus, by: 1 | -1): Focus | null {
  const exits = exitsOf(flow, focus.node);
  const isOnNode = focus.exit === null;
  if (isOnNode && (by < 0 || exits.length === 0)) return sibling(flow, focus, by);
  const index = focus.exit === null ? -1 : exits.indexOf(focus.exit);
  if (index + by < 0) return { ...focus, exit: null };
  const exit = exits[index + by];
  return exit === undefined ? beginning(flow, focus, by) : { ...focus, exit };
}

function sibling(flow: Flow, focus: Focus, by: 1 | -1): Focus | null {
  const caller = callerOf(flow, focus);
  if (caller === null) return beginning(flow, focus, by);
  const wired = exitsOf(flow, caller.node).filter(
    (exit) => flow.nodes[caller.node]?.exits[exit] !== undefined,
  );
  const exit = wired[wired.indexOf(caller.exit) + by];
  const target = exit === undefined ? undefined : flow.nodes[caller.node]?.exits[exit];
  if (exit === undefined || target === undefined) return null;
  return { node: target, exit: null, from: { node: caller.node, exit } };
}

/** From one beginning to the next: the start, and the events after it. */
function beginning(flow: Flow, { node }: Focus, by: 1 | -1): Focus | null {
  const beginnings = callOrder(flow).filter((id) => {
    const record = flow.nodes[id];
    return record !== undefined && !nodeView(record).hasEntry;
  });
  const index = beginnings.indexOf(node);
  return index < 0 ? null : at(beginnings[index + by]);
}

/** The exit one came by while it still leads here; else the first one that does. */
function callerOf(flow: Flow, { node, from }: Focus): ExitRef | null {
  if (from !== null && flow.nodes[from.node]?.exits[from.exit] === node) return from;
  for (const id of callOrder(flow)) {
    const exit = exitsOf(flow, id).find((candidate) => flow.nodes[id]?.exits[candidate] === node);
    if (exit !== undefined) return { node: id, exit };
  }
  return null;
}

function exitsOf(flow: Flow, id: string): readonly string[] {
  const node = flow.nodes[id];
  return node === undefined ? [] : inOrder(nodeView(node).exits).map((exit) => exit.id);
}

function at(node: string | undefined): Focus | null {
  return node === undefined ? null : { node, exit: null, from: null };
}
