import { describe, expect, test } from 'vitest';
import { actions, at, carrierEvent, flowOf, newCall, play, rung } from './testing/moments.ts';

const why = 'The service failed.';
const menu = flowOf({
  incoming: { type: 'start', exits: { incoming: 'ask' } },
  ask: { type: 'gather', exits: { collected: 'bye', error: 'sorry' } },
  sorry: { type: 'speak', params: { payload: 'One moment.' }, exits: { done: 'bye' } },
  bye: { type: 'hangup' },
  tidy: { type: 'on_hangup', exits: { heard: 'note' } },
  note: { type: 'set_variables', params: { variables: [{ name: 'tidied', value: 'yes' }] } },
});

describe('a call that could not be moved by a fault of the service', () => {
  test('leaves its node by error, and the trace says why', () => {
    const stopped = carrierEvent('call.gather.ended', 4, at(2, { status: 'cancelled' }));
    const { call, trace, commands } = play(menu, [...rung, { kind: 'failed', why }, stopped]);
    expect(call.node).toBe('sorry');
    expect(commands.map(({ action }) => action)).toEqual(['answer', 'gather', 'gather_stop', 'speak']);
    expect(trace).toContainEqual(expect.objectContaining({ kind: 'left', node: 'ask', exit: 'error', why }));
  });

  test('is hung up when the apology is what failed, not apologised to again', () => {
    const flow = flowOf({ incoming: { type: 'start', exits: { incoming: 'ask' } }, ask: { type: 'gather' } });
    const failure = { kind: 'failed', why } as const;
    const result = play(flow, [...rung, failure, failure, failure]);
    expect(actions(result)).toEqual(['answer', 'gather', 'gather_stop', 'speak', 'hangup']);
    expect(result.call.node).toBeNull();
  });

  test('is hung up when it stood nowhere yet', () => {
    const { commands, call } = play(menu, [{ kind: 'failed', why }]);
    expect(commands.map(({ action }) => action)).toEqual(['hangup']);
    expect(call).toMatchObject({ node: null, waiting: { for: [] } });
  });
});

describe('a call that can not be led on at all', () => {
  const abandoned = { kind: 'abandoned', why } as const;

  test('is hung up with every leg that it opened, each once and with an id of its own', () => {
    const legs = {
      b1: { visit: 2, state: 'ringing' },
      b2: { visit: 2, state: 'ended' },
      b3: { visit: 2, state: 'answered' },
    } as const;
    const before = play(menu, rung);
    const { commands, trace } = play(menu, [abandoned], { ...before.call, legs });
    expect(commands.map(({ action, leg }) => [action, leg])).toEqual([
      ['hangup', 'b1'],
      ['hangup', 'b3'],
      ['hangup', undefined],
    ]);
    const ids = [...before.commands, ...commands].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(trace).toContainEqual(expect.objectContaining({ kind: 'note', text: why }));
  });

  test('runs nothing of its flow any more, not even what comes after the hang-up', () => {
    const hungUp = carrierEvent('call.hangup', 9, { hangup_cause: 'normal_clearing' });
    const { call } = play(menu, [...rung, abandoned, hungUp]);
    expect(call).toMatchObject({ state: 'ended', node: null, waiting: null, variables: {} });
  });

  test('is only closed when the caller is gone already', () => {
    const gone = { ...newCall(menu), state: 'ended' } as const;
    const { call, commands } = play(menu, [abandoned], gone);
    expect([call.node, call.waiting, commands]).toEqual([null, null, []]);
  });
});
