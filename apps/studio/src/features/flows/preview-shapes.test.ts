import { FORMAT, parseFlow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { emptyFlow } from './empty-flow.ts';
import { previewOf } from './preview-shapes.ts';

function line(nodes: object, layout: object) {
  const reading = parseFlow({ format: FORMAT, id: 'line', name: 'Line', nodes, layout });
  if (!reading.ok) throw new Error('The flow of this test is none.');
  return reading.flow;
}

const hello = line(
  {
    incoming: { type: 'start', exits: { incoming: 'hello' } },
    hello: { type: 'speak', params: { payload: 'Hello.' }, exits: { done: 'nowhere', error: 'incoming' } },
  },
  { incoming: [0, 0], hello: [400, 40] },
);

describe('a flow drawn small', () => {
  it('has its cards where the canvas has them', () => {
    const { cards } = previewOf(hello);
    expect(cards).toMatchObject([
      { id: 'incoming', x: 0, y: 0, width: 260, category: 'start' },
      { id: 'hello', x: 400, y: 40, category: 'talk', lines: 1 },
    ]);
  });

  it('draws the wires that lead somewhere, from the port to the entry', () => {
    const { wires } = previewOf(hello);
    expect(wires).toHaveLength(2);
    expect(wires[0]).toMatch(/^M260,\d+ C.* 400,66$/);
  });

  it('is in the middle, and small flows are not blown up', () => {
    expect(previewOf(emptyFlow({ id: 'empty', name: 'Empty' })).viewBox).toMatch(/^-620 -\d+ 1500 780$/);
  });

  it('makes room for a large one', () => {
    const nodes = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`step_${index}`, { type: 'speak' }]),
    );
    const layout = Object.fromEntries(Object.keys(nodes).map((id, index) => [id, [index * 400, 0]]));
    expect(previewOf(line(nodes, layout)).viewBox).toMatch(/^-60 -?\d+ 4780 780$/);
  });
});
