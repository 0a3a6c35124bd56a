import { GRID, parseFlow } from '@gatherline/flow';
import { describe, expect, test } from 'vitest';
import { onGrid, requestFor } from './tidy.ts';
import { tidyLayout, type TidyPositions } from './tidy-layout.ts';

function flowOf(nodes: object, layout: object) {
  const reading = parseFlow({ format: 'gatherline/flow@1', id: 'line', name: 'Line', nodes, layout });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.flow;
}

const flow = flowOf(
  {
    ring: { type: 'start', exits: { incoming: 'ask' } },
    ask: {
      type: 'gather_using_speak',
      params: { payload: 'Key?', choices: [{ digits: '1' }] },
      exits: { 1: 'bye', no_input: 'ask' },
    },
    other: { type: 'speak', params: { payload: 'Hello' }, exits: { done: 'bye' } },
    bye: { type: 'hangup' },
  },
  { ring: [400, 200], ask: [0, 0], other: [20, 20], bye: [40, 40] },
);

function tidied(selection: readonly string[] = []): TidyPositions {
  const request = requestFor(flow, selection);
  if (request === null) throw new Error('There is nothing to tidy.');
  return onGrid(tidyLayout(request));
}

describe('tidying', () => {
  test('leaves the start where it is and sets every step to the right of what leads to it', () => {
    const { ring, ask, bye, other } = tidied();
    expect(ring).toEqual([400, 200]);
    expect(ask?.[0]).toBeGreaterThan(ring?.[0] ?? 0);
    expect(bye?.[0]).toBeGreaterThan(ask?.[0] ?? 0);
    expect(bye?.[0]).toBeGreaterThan(other?.[0] ?? 0);
  });

  test('puts cards on the grid, and no card on another', () => {
    const request = requestFor(flow, []);
    const boxes = Object.entries(tidied()).map(([id, [x, y]]) => ({
      x,
      y,
      ...request?.cards.find((card) => card.id === id),
    }));
    for (const { x, y } of boxes) expect([x % GRID, y % GRID].map(Math.abs)).toEqual([0, 0]);
    const overlapping = boxes.filter((one, index) =>
      boxes.slice(index + 1).some((other) => {
        const apartAcross = one.x + (one.width ?? 0) <= other.x || other.x + (other.width ?? 0) <= one.x;
        const apartDown = one.y + (one.height ?? 0) <= other.y || other.y + (other.height ?? 0) <= one.y;
        return !apartAcross && !apartDown;
      }),
    );
    expect(overlapping).toEqual([]);
  });

  test('gives the same places for the same flow', () => {
    expect(tidied()).toEqual(tidied());
  });

  test('touches only what is selected, when that is more than one step', () => {
    expect(Object.keys(tidied(['ask', 'bye'])).toSorted()).toEqual(['ask', 'bye']);
    expect(requestFor(flow, ['ask'])?.cards.length).toBe(4);
  });

  test('has nothing to do for a single step', () => {
    expect(requestFor(flowOf({ ring: { type: 'start' } }, {}), [])).toBeNull();
  });
});
