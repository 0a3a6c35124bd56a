import { graphlib, layout } from '@dagrejs/dagre';
import type { Position } from '@gatherline/flow';

/** Cards and wires to set out; `anchor` stays where it is, so that the person does not lose their place. */
export interface TidyRequest {
  readonly cards: readonly { readonly id: string; readonly width: number; readonly height: number }[];
  readonly wires: readonly { readonly from: string; readonly to: string }[];
  readonly anchor: { readonly id: string; readonly at: Position };
}

export type TidyPositions = Readonly<Record<string, Position>>;

const COLUMN_GAP = 120;
const ROW_GAP = 40;

/** Sets cards out from left to right, each column after the cards that lead to it. The same flow gives the same places, in pixels. */
export function tidyLayout({ cards, wires, anchor }: TidyRequest): TidyPositions {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: 'LR', ranksep: COLUMN_GAP, nodesep: ROW_GAP });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of cards) graph.setNode(id, { width, height });
  for (const { from, to } of wires) if (from !== to) graph.setEdge(from, to);
  layout(graph);
  const corners = new Map(
    cards.map(({ id, width, height }) => [id, cornerOf(graph.node(id), width, height)]),
  );
  const [left, top] = corners.get(anchor.id) ?? [0, 0];
  const [x, y] = anchor.at;
  const positions = [...corners].map(
    ([id, [own, ownTop]]) => [id, [x + own - left, y + ownTop - top]] as const,
  );
  return Object.fromEntries(positions);
}

/** Where a card's corner is; the layout speaks of middles. */
function cornerOf(middle: { x?: number; y?: number }, width: number, height: number): Position {
  return [(middle.x ?? 0) - width / 2, (middle.y ?? 0) - height / 2];
}
