import { GRID } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import type { Box } from '../view/card-geometry.ts';
import { boxesOf, overlaps, pushApart, settle } from './make-room.ts';
import { setUpHarness } from '../testing/harness.ts';

const box = (x: number, y: number): Box => ({ x, y, width: 260, height: 100 });

function overlapping(boxes: ReadonlyMap<string, Box>): string[] {
  const all = [...boxes];
  return all.flatMap(([a, one], index) =>
    all.slice(index + 1).flatMap(([b, other]) => (overlaps(one, other, 0) ? [`${a} on ${b}`] : [])),
  );
}

describe('pushing neighbours', () => {
  it('moves only what is in the way, down or right, onto the grid', () => {
    const boxes = new Map([
      ['new', box(0, 0)],
      ['below', box(10, 50)],
      ['right', box(230, 0)],
      ['far', box(800, 800)],
    ]);
    const moved = pushApart(boxes, ['new']);
    expect([...moved.keys()].toSorted()).toEqual(['below', 'right']);
    for (const [id, [x, y]] of moved) {
      const before = boxes.get(id);
      expect(x).toBeGreaterThanOrEqual(before?.x ?? 0);
      expect(y).toBeGreaterThanOrEqual(before?.y ?? 0);
      boxes.set(id, box(x, y));
    }
    expect(
      [...moved.values()].flat().filter((pixels) => pixels % GRID !== 0 && pixels !== 10 && pixels !== 230),
    ).toEqual([]);
    expect(overlapping(boxes)).toEqual([]);
  });

  it('pushes on what the pushed ones then lie on', () => {
    const boxes = new Map<string, Box>([
      ['new', box(0, 0)],
      ...[1, 2, 3, 4].map((row) => [`n${row}`, box(0, row * 110)] as const),
    ]);
    for (const [id, [x, y]] of pushApart(boxes, ['new'])) boxes.set(id, box(x, y));
    expect(overlapping(boxes)).toEqual([]);
  });

  it('comes to an end with a crowd on one spot', () => {
    const boxes = new Map<string, Box>(
      Array.from({ length: 40 }, (_, index) => [`n${index}`, box(index % 3, index % 5)] as const),
    );
    for (const [id, [x, y]] of pushApart(boxes, ['n0'])) boxes.set(id, box(x, y));
    expect(overlapping(boxes)).toEqual([]);
  });
});

describe('settling a new card', () => {
  it('goes below siblings that begin above it, so that they keep the order of their exits', () => {
    const [x, y] = settle(new Map([['first', box(0, 0)]]), box(0, 20));
    expect(x).toBe(0);
    expect(y).toBeGreaterThanOrEqual(100);
  });

  it('stays where it was wanted when only later siblings are in the way', () => {
    expect(settle(new Map([['second', box(0, 40)]]), box(0, 20))).toEqual([0, 20]);
  });
});

describe('adding steps', () => {
  it('never lands on another step, and the push belongs to the same undo step', () => {
    const { state } = setUpHarness();
    for (let added = 0; added < 6; added += 1) {
      state().addNode({ type: 'speak', at: [360, 0] });
      const { flow } = state();
      expect(flow === null ? [] : overlapping(boxesOf(flow))).toEqual([]);
    }
    for (let added = 0; added < 6; added += 1) state().undo();
    expect(state().flow?.layout.menu).toEqual([360, 0]);
    expect(state().canUndo).toBe(false);
  });

  it('makes room for a step that is put into a wire', () => {
    const { state } = setUpHarness();
    state().moveNodes({ book: [660, 0] });
    const id = state().insertNode({ type: 'speak', between: { node: 'menu', exit: '1' } });
    const { flow } = state();
    expect(flow?.nodes.menu?.exits['1']).toBe(id);
    expect(flow?.nodes[id ?? '']?.exits).toEqual({ done: 'book' });
    expect(flow === null ? [] : overlapping(boxesOf(flow))).toEqual([]);
    state().undo();
    expect(state().flow?.layout.book).toEqual([660, 0]);
  });
});
