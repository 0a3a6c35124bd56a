import { type Flow, GRID, type Position, toGrid } from '@gatherline/flow';
import { type Box, boxAt } from '../view/card-geometry.ts';
import { nodeView, positionsOf } from '../view/node-view.ts';

/** Free space kept around a node that is put down. */
const GAP = GRID * 2;

/** The cards on the canvas, by node id. */
export function boxesOf(flow: Flow): Map<string, Box> {
  const positions = positionsOf(flow);
  return new Map(
    Object.entries(flow.nodes).map(([id, node]) => [id, boxAt(positions.get(id) ?? [0, 0], nodeView(node))]),
  );
}

export function overlaps(a: Box, b: Box, gap: number = GAP): boolean {
  return (
    a.x < b.x + b.width + gap &&
    b.x < a.x + a.width + gap &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  );
}

/**
 * Where a new card goes so that siblings keep their order: below those that begin above it. Those that begin
 * below it are pushed afterwards.
 */
export function settle(boxes: ReadonlyMap<string, Box>, wanted: Box): Position {
  let box = { ...wanted, x: toGrid(wanted.x), y: toGrid(wanted.y) };
  for (let tries = 0; tries <= boxes.size; tries += 1) {
    const above = [...boxes.values()].find((other) => overlaps(box, other) && other.y <= wanted.y);
    if (above === undefined) break;
    box = { ...box, y: gridAtLeast(above.y + above.height + GAP) };
  }
  return [box.x, box.y];
}

/** Moves neighbours down or right until nothing lies on the cards that were put down. Answers the moved ones. */
export function pushApart(boxes: ReadonlyMap<string, Box>, placed: readonly string[]): Map<string, Position> {
  const now = new Map(boxes);
  const moved = new Map<string, Position>();
  const fixed = new Set(placed);
  const queue = [...placed];
  for (let pushes = 0; queue.length > 0 && pushes < boxes.size * 20; pushes += 1) {
    const id = queue.shift();
    const box = id === undefined ? undefined : now.get(id);
    if (id === undefined || box === undefined) continue;
    for (const [other, otherBox] of now) {
      if (other === id || fixed.has(other) || !overlaps(box, otherBox)) continue;
      const next = away(box, otherBox);
      now.set(other, next);
      moved.set(other, [next.x, next.y]);
      queue.push(other);
    }
  }
  return moved;
}

/** The shorter of the two ways out, down or right; never up or left, so that pushing always comes to an end. */
function away(from: Box, box: Box): Box {
  const y = gridAtLeast(from.y + from.height + GAP);
  const x = gridAtLeast(from.x + from.width + GAP);
  return y - box.y <= x - box.x ? { ...box, y } : { ...box, x };
}

function gridAtLeast(pixels: number): number {
  return Math.ceil(pixels / GRID) * GRID;
}

/** Shifts a group as a whole, down, until it lies on nothing. */
export function clearOf(boxes: ReadonlyMap<string, Box>, group: readonly Box[]): number {
  let shift = 0;
  for (let tries = 0; tries < 500; tries += 1) {
    const blocked = group.some((box) =>
      [...boxes.values()].some((other) => overlaps({ ...box, y: box.y + shift }, other, GRID)),
    );
    if (!blocked) return shift;
    shift += GRID * 2;
  }
  return shift;
}
