import type { Position } from '@gatherline/flow';
import type { Box } from '../view/card-geometry.ts';

/** Ways to put several nodes in order: along an edge or a middle, or with equal gaps between them. */
export type Arrangement = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom' | 'across' | 'down';

/** Where the nodes go; nodes that stay are left out. Two are needed to align, three to spread. */
export function arrange(boxes: ReadonlyMap<string, Box>, how: Arrangement): ReadonlyMap<string, Position> {
  const moved = new Map<string, Position>();
  for (const [id, [x, y]] of placesFor([...boxes], how)) {
    const box = boxes.get(id);
    if (box !== undefined && (box.x !== x || box.y !== y)) moved.set(id, [x, y]);
  }
  return moved;
}

type Named = readonly [id: string, box: Box];

function placesFor(boxes: readonly Named[], how: Arrangement): readonly (readonly [string, Position])[] {
  if (boxes.length < 2) return [];
  if (how === 'across') return spread(boxes, 'x', 'width');
  if (how === 'down') return spread(boxes, 'y', 'height');
  const left = Math.min(...boxes.map(([, { x }]) => x));
  const right = Math.max(...boxes.map(([, { x, width }]) => x + width));
  const top = Math.min(...boxes.map(([, { y }]) => y));
  const bottom = Math.max(...boxes.map(([, { y, height }]) => y + height));
  const place: Record<typeof how, (box: Box) => Position> = {
    left: ({ y }) => [left, y],
    centre: ({ y, width }) => [(left + right - width) / 2, y],
    right: ({ y, width }) => [right - width, y],
    top: ({ x }) => [x, top],
    middle: ({ x, height }) => [x, (top + bottom - height) / 2],
    bottom: ({ x, height }) => [x, bottom - height],
  };
  return boxes.map(([id, box]) => [id, place[how](box)]);
}

/** The outermost stay; the gaps between all become equal. */
function spread(
  boxes: readonly Named[],
  axis: 'x' | 'y',
  size: 'width' | 'height',
): readonly (readonly [string, Position])[] {
  if (boxes.length < 3) return [];
  const inOrder = boxes.toSorted(([, a], [, b]) => a[axis] - b[axis]);
  const first = inOrder[0]?.[1];
  const end = Math.max(...inOrder.map(([, box]) => box[axis] + box[size]));
  const filled = inOrder.reduce((sum, [, box]) => sum + box[size], 0);
  const gap = (end - (first?.[axis] ?? 0) - filled) / (inOrder.length - 1);
  let at = first?.[axis] ?? 0;
  return inOrder.map(([id, box]) => {
    const place: Position = axis === 'x' ? [at, box.y] : [box.x, at];
    at += box[size] + gap;
    return [id, place];
  });
}
