import type { Category, Flow } from '@gatherline/flow';
import { boxAt, CARD, cardGeometry, ENTRY, nodeView, positionsOf } from '../../store/index.ts';

interface PreviewCard {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly category: Category;
  /** Lines of its own words. */
  readonly lines: number;
}

/** A flow small: its cards and wires where the canvas has them. `viewBox` is in the canvas's pixels. */
export interface PreviewShapes {
  readonly viewBox: string;
  readonly cards: readonly PreviewCard[];
  readonly wires: readonly string[];
}

/** A flow of three steps is not drawn larger than one of eight. */
const LEAST_WIDTH = 1500;
const LEAST_HEIGHT = 780;
const MARGIN = 60;

/** Worked out from the document alone, as the canvas does it. */
export function previewOf(flow: Flow): PreviewShapes {
  const positions = positionsOf(flow);
  const cards = [...positions].flatMap(([id, at]): PreviewCard[] => {
    const node = flow.nodes[id];
    if (node === undefined) return [];
    const view = nodeView(node);
    return [{ id, ...boxAt(at, view), category: view.category, lines: cardGeometry(view).lines }];
  });
  const found = new Map(cards.map((card) => [card.id, card]));
  return { viewBox: viewBoxOf(cards), cards, wires: cards.flatMap((card) => wiresFrom(card, flow, found)) };
}

function viewBoxOf(cards: readonly PreviewCard[]): string {
  if (cards.length === 0) return `0 0 ${LEAST_WIDTH} ${LEAST_HEIGHT}`;
  const left = Math.min(...cards.map(({ x }) => x));
  const top = Math.min(...cards.map(({ y }) => y));
  const width = Math.max(...cards.map((card) => card.x + card.width)) - left;
  const height = Math.max(...cards.map((card) => card.y + card.height)) - top;
  const across = Math.max(LEAST_WIDTH, width + MARGIN * 2);
  const down = Math.max(LEAST_HEIGHT, height + MARGIN * 2);
  return [left - (across - width) / 2, top - (down - height) / 2, across, down].map(Math.round).join(' ');
}

function wiresFrom(
  card: PreviewCard,
  flow: Flow,
  cards: ReadonlyMap<string, PreviewCard>,
): readonly string[] {
  const node = flow.nodes[card.id];
  if (node === undefined) return [];
  const { handles } = cardGeometry(nodeView(node));
  return handles.flatMap(({ id, type, y, height }) => {
    const target = type === 'source' ? cards.get(node.exits[id] ?? '') : undefined;
    if (target === undefined) return [];
    return [curve([card.x + card.width, card.y + y + height / 2], entryOf(target, flow))];
  });
}

function entryOf({ id, x, y }: PreviewCard, flow: Flow): readonly [number, number] {
  const node = flow.nodes[id];
  const entry = node && cardGeometry(nodeView(node)).handles.find((handle) => handle.id === ENTRY);
  return [x, y + (entry === undefined ? CARD.header / 2 : entry.y + entry.height / 2)];
}

/** Wires that lead back swing wide, so that they can be told from those that lead on. */
function curve([x, y]: readonly [number, number], [toX, toY]: readonly [number, number]): string {
  const bend = toX >= x ? Math.min(Math.max((toX - x) / 2, 20), 140) : 180;
  return `M${x},${y} C${x + bend},${y} ${toX - bend},${toY} ${toX},${toY}`;
}
