import type { Flow } from '@gatherline/flow';
import { boxAt, nodeView, positionsOf } from '../../store/index.ts';
import { readPreference, writePreference } from '../../ui/index.ts';
import type { Viewport } from './react-flow.ts';

const MARGIN = 40;
/** Cards can be read down to this zoom. */
const READABLE = 0.6;

/** How far a stretch must move to lie inside `room` pixels; its start wins when it is longer than that. */
export function shiftInto(start: number, length: number, room: number): number {
  const over = start + length + MARGIN - room;
  const shift = over > 0 ? -over : 0;
  return start + shift < MARGIN ? MARGIN - start : shift;
}

/**
 * Where a flow that was never looked at opens: all of it while it can be read, else its start, with what follows.
 * Answers nothing until React Flow knows its own size.
 */
export function firstViewport(flow: Flow, room: { width: number; height: number }): Viewport {
  const boxes = [...positionsOf(flow)].flatMap(([id, place]) => {
    const node = flow.nodes[id];
    return node === undefined ? [] : [boxAt(place, nodeView(node))];
  });
  const left = Math.min(...boxes.map(({ x }) => x));
  const top = Math.min(...boxes.map(({ y }) => y));
  const width = Math.max(...boxes.map((box) => box.x + box.width)) - left;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) - top;
  const whole = Math.min(1, (room.width * 0.86) / width, (room.height * 0.8) / height);
  if (boxes.length === 0) return { x: room.width / 2, y: room.height / 2, zoom: 1 };
  if (whole >= READABLE) {
    return {
      x: (room.width - width * whole) / 2 - left * whole,
      y: (room.height - height * whole) / 2 - top * whole,
      zoom: whole,
    };
  }
  const entry = Object.entries(flow.nodes).find(([, node]) => nodeView(node).role === 'entry')?.[0];
  const [x, y] = positionsOf(flow).get(entry ?? '') ?? [left, top];
  return { x: MARGIN * 1.5 - x * READABLE, y: room.height * 0.4 - y * READABLE, zoom: READABLE };
}

/** Where this person last looked at this flow; kept in the browser, never in the file. */
export function rememberedViewport(flow: string): Viewport | null {
  const [x, y, zoom] = (readPreference(`viewport.${flow}`) ?? '').split(' ').map(Number);
  const isWhole = [x, y, zoom].every((value) => value !== undefined && Number.isFinite(value));
  return isWhole && x !== undefined && y !== undefined && zoom !== undefined ? { x, y, zoom } : null;
}

export function rememberViewport(flow: string, { x, y, zoom }: Viewport): void {
  writePreference(`viewport.${flow}`, [Math.round(x), Math.round(y), Number(zoom.toFixed(3))].join(' '));
}
