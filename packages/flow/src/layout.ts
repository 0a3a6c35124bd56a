import type { Flow } from './schema.ts';

/** Pixels of one step of the canvas grid; positions in `layout` are multiples of it. */
export const GRID = 20;

export type Position = readonly [x: number, y: number];

/** Where a node stands on the canvas, in pixels; `null` when the file does not say, or says it wrongly. */
export function positionOf(flow: Flow, node: string): Position | null {
  const entry = flow.layout[node];
  if (!Array.isArray(entry) || entry.length !== 2) return null;
  const [x, y] = entry;
  return typeof x === 'number' && typeof y === 'number' ? [toGrid(x), toGrid(y)] : null;
}

/** Rounds a coordinate to the canvas grid. */
export function toGrid(pixels: number): number {
  return Math.round(pixels / GRID) * GRID || 0;
}
