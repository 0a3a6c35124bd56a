import { type RunnableFlow, withSubflows } from '@gatherline/flow';
import { describe, expect, test } from 'vitest';
import { flowOf, newCall, play, rung } from './testing/moments.ts';

const inner = flowOf(
  {
    incoming: { type: 'start', exits: { incoming: 'back' } },
    back: {
      type: 'return',
      params: {
        values: [
          { name: 'size', value: '{{ vars.size }}' },
          { name: 'secret', value: '4711' },
        ],
      },
    },
  },
  {},
  {
    id: 'booking',
    inputs: { size: { type: 'number', default: 2 } },
    outputs: { size: { type: 'number' }, table: { type: 'text' } },
  },
);

function entering(params: object): RunnableFlow {
  const outer = flowOf({
    incoming: { type: 'start', exits: { incoming: 'book' } },
    book: { type: 'subflow', params, exits: { returned: 'ask', error: 'sorry' } },
    ask: { type: 'gather', exits: { collected: 'bye' } },
    sorry: { type: 'gather', exits: { collected: 'bye' } },
    bye: { type: 'hangup' },
  });
  return withSubflows(outer, { booking: inner });
}

const whyLeft = (flow: RunnableFlow) =>
  play(flow, rung).trace.flatMap((line) => (line.kind === 'left' && line.node === 'book' ? [line.why] : []));

describe('a flow that another one enters', () => {
  test('gives back what it declares, and keeps the rest to itself', () => {
    const flow = entering({ flow: 'booking', inputs: [{ name: 'size', value: '6' }] });
    const { call } = play(flow, rung);
    expect(call).toMatchObject({ node: 'ask', frames: [], flow: null });
    expect(call.outputs.book).toEqual({ size: 6, table: null });
  });

  test('begins with the defaults of its inputs', () => {
    expect(play(entering({ flow: 'booking' }), rung).call.outputs.book).toMatchObject({ size: 2 });
    expect(newCall(inner).variables).toEqual({ size: 2 });
  });

  test('is not entered with a value of the wrong kind', () => {
    const flow = entering({ flow: 'booking', inputs: [{ name: 'size', value: 'many' }] });
    expect(play(flow, rung).call.node).toBe('sorry');
    expect(whyLeft(flow)).toEqual(["The flow booking can't begin: its input size is a text, not a number."]);
  });

  test('may enter others until ten wait for each other, and the eleventh is an error', () => {
    const endless = flowOf(
      {
        incoming: { type: 'start', exits: { incoming: 'again' } },
        again: { type: 'subflow', params: { flow: 'booking' } },
      },
      {},
      { id: 'booking' },
    );
    const outer = entering({ flow: 'booking' });
    const { call, trace } = play(withSubflows(outer, { booking: endless }), rung);
    const entered = trace.filter((line) => line.kind === 'note' && line.text === 'Into the flow Line.');
    expect(entered).toHaveLength(10);
    expect(trace).toContainEqual(
      expect.objectContaining({
        node: 'again',
        exit: 'error',
        why: 'The flows enter each other without end.',
      }),
    );
    expect(call).toMatchObject({ node: 'sorry', frames: [] });
  });

  test('is missed at the node that would enter it', () => {
    const flow = entering({ flow: 'cancelling' });
    expect(play(flow, rung).call.node).toBe('sorry');
    expect(whyLeft(flow)).toEqual(['There is no flow cancelling.']);
  });
});
