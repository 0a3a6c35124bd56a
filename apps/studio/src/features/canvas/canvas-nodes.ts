import type { Flow, Position } from '@gatherline/flow';
import {
  type CardGeometry,
  cardGeometry,
  nodeView,
  type Node,
  type NodeView,
  positionsOf,
} from '../../store/index.ts';
import { type CanvasNode, Side } from './react-flow.ts';

export interface CardContent extends Record<string, unknown> {
  readonly record: Node;
  readonly view: NodeView;
  readonly geometry: CardGeometry;
}

export type CardNode = CanvasNode<CardContent, 'card'>;

interface Remembered {
  readonly record: Node;
  readonly x: number;
  readonly y: number;
  readonly selected: boolean;
  readonly node: CardNode;
}

export type Moving = ReadonlyMap<string, Position>;

/** Nothing is being moved. */
export const noDrag: Moving = new Map();

/**
 * A memory per node id from the document's record to React Flow's node. A node whose record, place and selection are
 * the same stays the same object, so that React Flow draws nothing but what changed.
 */
export function createCanvasNodes() {
  let remembered = new Map<string, Remembered>();
  let last: CardNode[] = [];

  return (flow: Flow, selection: readonly string[], moving: Moving = noDrag): CardNode[] => {
    const selected = new Set(selection);
    const positions = positionsOf(flow);
    const next = new Map<string, Remembered>();
    const nodes = Object.entries(flow.nodes).map(([id, record]) => {
      const [x, y] = moving.get(id) ?? positions.get(id) ?? [0, 0];
      const entry = recall(remembered.get(id), id, record, { x, y, selected: selected.has(id) });
      next.set(id, entry);
      return entry.node;
    });
    remembered = next;
    if (nodes.length !== last.length || nodes.some((node, index) => node !== last[index])) last = nodes;
    return last;
  };
}

interface Placement {
  readonly x: number;
  readonly y: number;
  readonly selected: boolean;
}

function recall(
  known: Remembered | undefined,
  id: string,
  record: Node,
  { x, y, selected }: Placement,
): Remembered {
  const isSame =
    known !== undefined &&
    known.record === record &&
    known.x === x &&
    known.y === y &&
    known.selected === selected;
  if (isSame) return known;
  return { record, x, y, selected, node: toCanvasNode(known, id, record, { x, y, selected }) };
}

function toCanvasNode(
  known: Remembered | undefined,
  id: string,
  record: Node,
  placement: Placement,
): CardNode {
  const view = nodeView(record);
  const geometry = cardGeometry(view);
  const { width, height } = geometry;
  return {
    id,
    type: 'card',
    position: { x: placement.x, y: placement.y },
    selected: placement.selected,
    data: known?.record === record ? known.node.data : { record, view, geometry },
    width,
    height,
    measured: { width, height },
    handles: geometry.handles.map(({ position, ...handle }) => ({
      ...handle,
      position: position === 'left' ? Side.Left : Side.Right,
    })),
    domAttributes: { 'aria-roledescription': undefined },
  };
}
