import type { Flow } from '@gatherline/flow';
import {
  cardGeometry,
  ENTRY,
  type ExitRef,
  exitName,
  nodeView,
  type Node,
  nameOf,
  wireId,
} from '../../store/index.ts';
import type { Edge } from './react-flow.ts';

export interface WireContent extends Record<string, unknown> {
  readonly kind: 'main' | 'outcome';
  /** How far below its port a wire must go to pass under its card, at either end. */
  readonly sourceClearance: number;
  readonly targetClearance: number;
  /** Position among the node's exits: neighbours run in lanes of their own. */
  readonly lane: number;
}

export type Wire = Edge<WireContent, 'wire'>;

interface Remembered {
  readonly source: Node | undefined;
  readonly end: Node | undefined;
  readonly looks: string;
  readonly wire: Wire;
}

/** The same memory as for nodes: a wire that is the same stays the same object. */
export function createCanvasWires() {
  let remembered = new Map<string, Remembered>();
  let last: Wire[] = [];

  return (flow: Flow, chosen: string | null): Wire[] => {
    const next = new Map<string, Remembered>();
    const wires: Wire[] = [];
    for (const [id, node] of Object.entries(flow.nodes)) {
      for (const [exit, target] of Object.entries(node.exits)) {
        const end = flow.nodes[target];
        if (end === undefined || !nodeView(end).hasEntry) continue;
        const from = { node: id, exit };
        const entry = recall(remembered.get(wireId(from)), flow, from, target, chosen === wireId(from));
        next.set(entry.wire.id, entry);
        wires.push(entry.wire);
      }
    }
    remembered = next;
    if (wires.length !== last.length || wires.some((wire, index) => wire !== last[index])) last = wires;
    return last;
  };
}

function recall(
  known: Remembered | undefined,
  flow: Flow,
  from: ExitRef,
  target: string,
  selected: boolean,
): Remembered {
  const source = flow.nodes[from.node];
  const end = flow.nodes[target];
  if (
    known !== undefined &&
    known.source === source &&
    known.end === end &&
    known.wire.selected === selected
  ) {
    return known;
  }
  const data = contentOf(flow, from, target);
  const label = `${exitName(flow, from)} to ${nameOf(flow, target)}`;
  const looks = JSON.stringify([target, data, selected, label]);
  const wire = known?.looks === looks ? known.wire : toWire(from, target, { data, selected, label });
  return { source, end, looks, wire };
}

function toWire(
  from: ExitRef,
  target: string,
  { data, selected, label }: { data: WireContent; selected: boolean; label: string },
): Wire {
  return {
    id: wireId(from),
    type: 'wire',
    source: from.node,
    sourceHandle: from.exit,
    target,
    targetHandle: ENTRY,
    selected,
    reconnectable: 'target',
    ariaLabel: label,
    data,
  };
}

function contentOf(flow: Flow, { node, exit }: ExitRef, target: string): WireContent {
  const source = flow.nodes[node];
  const end = flow.nodes[target];
  if (source === undefined || end === undefined)
    return { kind: 'main', sourceClearance: 0, targetClearance: 0, lane: 0 };
  const view = nodeView(source);
  const from = cardGeometry(view);
  const to = cardGeometry(nodeView(end));
  const lane = from.handles.filter(({ type }) => type === 'source').findIndex(({ id }) => id === exit);
  const port = from.handles.find(({ id, type }) => type === 'source' && id === exit);
  const entry = to.handles.find(({ type }) => type === 'target');
  return {
    kind: view.exits.find(({ id }) => id === exit)?.kind ?? 'outcome',
    sourceClearance: from.height - middleOf(port),
    targetClearance: to.height - middleOf(entry),
    lane: Math.max(0, lane),
  };
}

function middleOf(handle: { y: number; height: number } | undefined): number {
  return handle === undefined ? 0 : handle.y + handle.height / 2;
}
