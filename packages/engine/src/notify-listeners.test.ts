import { describe, expect, test } from 'vitest';
import { STOP_WITHIN_MS } from './stop.ts';
import type { EngineEvent } from './event.ts';
import { actions, at, carrierEvent, flowOf, kinds, newCall, play, rung, T0 } from './testing/moments.ts';
import { transition } from './transition.ts';

const say = (payload: string, done = 'bye') => ({ type: 'speak', params: { payload }, exits: { done } });

const flow = flowOf({
  incoming: { type: 'start', exits: { incoming: 'ask' } },
  ask: { type: 'gather_using_speak', params: { payload: 'Your number?' }, exits: { collected: 'bye' } },
  star: { type: 'on_dtmf', params: { digits: '*' }, exits: { then: 'person' } },
  hash: { type: 'on_dtmf', params: { digits: '#', mode: 'alongside' }, exits: { then: 'note' } },
  note: {
    type: 'set_variables',
    params: { variables: [{ name: 'times', value: '{{ vars.times | plus: 1 }}' }] },
  },
  person: say('A person comes.'),
  bye: { type: 'hangup' },
});

const key = (digit: string, seconds: number) => carrierEvent('call.dtmf.received', seconds, at(2, { digit }));
const gatherEnded = (seconds: number) =>
  carrierEvent('call.gather.ended', seconds, at(2, { status: 'cancelled', digits: '' }));

describe('a listener that interrupts', () => {
  test('has what runs stopped, and goes on once that has ended', () => {
    const stopping = play(flow, [...rung, key('*', 2)]);
    expect(actions(stopping)).toEqual(['answer', 'gather_using_speak', 'gather_stop']);
    expect(stopping.call.node).toBe('ask');
    const after = transition(flow, stopping.call, gatherEnded(3), T0 + 3000);
    expect(after.call.node).toBe('person');
    expect(after.call.event).toMatchObject({ digit: '*' });
  });

  test('goes on without the end of what runs when that does not come', () => {
    const { call } = play(flow, [...rung, key('*', 2)]);
    const early = transition(flow, call, { kind: 'deadline', visit: 2 }, T0 + 2000 + STOP_WITHIN_MS - 1);
    expect(early.call.node).toBe('ask');
    const late = transition(flow, call, { kind: 'deadline', visit: 2 }, T0 + 2000 + STOP_WITHIN_MS);
    expect(late.call.node).toBe('person');
  });

  test('goes on when the carrier refuses to stop what has ended of itself', () => {
    const { call, commands } = play(flow, [...rung, key('*', 2)]);
    const command = commands.at(-1);
    if (command === undefined) throw new Error('Nothing was sent.');
    const refusal = {
      kind: 'refused',
      command,
      status: 422,
      code: '90033',
      title: 'No',
      detail: '',
    } as const;
    expect(transition(flow, call, refusal, T0 + 3000).call.node).toBe('person');
  });

  test('is not told twice of the same key, and the end of what ran is not taken for the next thing’s', () => {
    const pressed = key('*', 2);
    const ended = gatherEnded(3);
    const result = play(flow, [...rung, pressed, pressed, ended, ended, pressed]);
    expect(actions(result).filter((action) => action === 'gather_stop')).toHaveLength(1);
    expect(result.call.node).toBe('person');
  });

  test('hears nothing once the flow has begun to hang up', () => {
    const hasEnded = play(flow, [
      ...rung,
      carrierEvent('call.gather.ended', 3, at(2, { status: 'valid', digits: '12' })),
      key('*', 4),
    ]);
    expect(actions(hasEnded)).toEqual(['answer', 'gather_using_speak', 'hangup']);
  });
});

describe('a listener that runs alongside', () => {
  test('leaves the call where it stands, however often the key is told', () => {
    const pressed = key('#', 2);
    const again = key('#', 3);
    const result = play(flow, [...rung, pressed, pressed, again], {
      ...newCall(flow),
      variables: { times: 0 },
    });
    expect(result.call).toMatchObject({ node: 'ask', visit: 2, variables: { times: 2 } });
  });

  test('is not told again of a key when others were pressed in between', () => {
    const first = key('#', 2);
    const result = play(flow, [...rung, first, key('#', 3), key('#', 4), first], {
      ...newCall(flow),
      variables: { times: 0 },
    });
    expect(result.call.variables).toEqual({ times: 3 });
  });

  test('does not carry out a node that would keep the caller waiting', () => {
    const talking = flowOf({
      incoming: { type: 'start', exits: { incoming: 'ask' } },
      ask: { type: 'gather', exits: { collected: 'bye' } },
      any: { type: 'on_dtmf', params: { mode: 'alongside' }, exits: { then: 'hello' } },
      hello: say('Hello.'),
      bye: { type: 'hangup' },
    });
    const result = play(talking, [...rung, key('1', 2)]);
    expect(actions(result)).toEqual(['answer', 'gather']);
    expect(result.trace).toContainEqual(expect.objectContaining({ kind: 'note', node: 'hello' }));
  });
});

describe('a listener to failures', () => {
  const failing = (mode: string) =>
    flowOf({
      incoming: { type: 'start', exits: { incoming: 'desk' } },
      desk: { type: 'transfer', params: { to: '{{ vars.nobody }}' } },
      failed: { type: 'on_error', params: { mode }, exits: { then: 'note' } },
      note: {
        type: 'set_variables',
        params: { variables: [{ name: 'failed', value: '{{ event.node }}' }] },
        exits: { done: 'person' },
      },
      person: say('A person comes.'),
      bye: { type: 'hangup' },
    });
  const heard = (mode: string) => play(failing(mode), rung).commands.map(({ body }) => body.payload);

  test('that runs alongside takes its note and leaves the caller with the apology', () => {
    expect(heard('alongside')).toEqual([undefined, expect.stringMatching(/^We are sorry/)]);
    expect(play(failing('alongside'), rung).call.variables).toEqual({ failed: 'desk' });
  });

  test('that interrupts is what the caller hears instead', () => {
    expect(heard('interrupt')).toEqual([undefined, 'A person comes.']);
  });
});

describe('what comes of a path that runs alongside', () => {
  const asking = flowOf({
    incoming: { type: 'start', exits: { incoming: 'look_up' } },
    look_up: {
      type: 'http_request',
      params: { url: 'https://example.com/orders' },
      exits: { success: 'bye', failed: 'bye', http_error: 'bye' },
    },
    any: { type: 'on_dtmf', params: { mode: 'alongside' }, exits: { then: 'report' } },
    report: {
      type: 'http_request',
      params: { url: 'https://example.com/keys', wait: false },
      exits: { success: 'tone' },
    },
    tone: { type: 'send_dtmf', params: { digits: '1' } },
    bye: { type: 'hangup' },
  });
  const running = play(asking, [...rung, key('1', 2)]);
  const [, , report, tone] = running.commands;
  if (report === undefined || tone === undefined) throw new Error('The path has not run.');

  test('belongs to the node that asked, not to the one that waits', () => {
    const payload = { status: 200, headers: {}, body: 'noted', duration_ms: 5 };
    const answer = { kind: 'requested', command: report, type: 'http.answered', payload } as const;
    const after = transition(asking, running.call, answer, T0 + 3000).call;
    expect(after.node).toBe('look_up');
    expect(after.outputs.report).toMatchObject({ body: 'noted' });
    expect(after.outputs.look_up).toBeUndefined();
  });

  test('leaves the call where it waits when the carrier refuses it', () => {
    const refusal = { status: 422, code: '90034', title: 'No', detail: '' };
    const event = { kind: 'refused', command: tone, ...refusal } as const;
    const after = transition(asking, running.call, event, T0 + 3000);
    expect(after.call.node).toBe('look_up');
    expect(kinds(after)).toEqual(['refused']);
  });
});

describe('the end of a call', () => {
  const closing = flowOf({
    incoming: { type: 'start', exits: { incoming: 'hello' } },
    hello: say('Hello.'),
    over: { type: 'on_hangup', exits: { then: 'deliver' } },
    deliver: {
      type: 'http_request',
      params: { url: 'https://example.com/calls' },
      exits: { success: 'thanks' },
    },
    thanks: say('Nobody hears this.'),
    bye: { type: 'hangup' },
  });
  const hangup = carrierEvent('call.hangup', 2, at(2, { hangup_cause: 'normal_clearing' }));

  test('begins what is left to do, once, and the call is over when that is done', () => {
    const begun = play(closing, [...rung, hangup, hangup]);
    expect(actions(begun)).toEqual(['answer', 'speak', 'http_request']);
    expect(begun.call).toMatchObject({ state: 'ended', node: 'deliver' });
    const command = begun.commands.at(-1);
    if (command === undefined) throw new Error('Nothing was sent.');
    const payload = { status: 204, headers: {}, body: null, duration_ms: 5 };
    const answer = { kind: 'requested', command, type: 'http.answered', payload } as const;
    const done = transition(closing, begun.call, answer, T0 + 4000);
    expect(done.call.node).toBeNull();
    expect(done.commands).toEqual([]);
    expect(kinds(done)).toContain('left');
  });

  test('is the same when nobody but the carrier’s silence tells of it', () => {
    const begun = play(closing, [
      ...rung,
      { kind: 'gone', why: 'The carrier says that the call is over.' },
      hangup,
    ]);
    expect(actions(begun)).toEqual(['answer', 'speak', 'http_request']);
    expect(begun.call.hangup).toMatchObject({ cause: 'normal_clearing' });
  });
});

describe('a step that is told to stop', () => {
  const assistant = {
    type: 'ai_assistant_start',
    params: { assistant: { id: 'a' } },
    exits: { ended: 'bye' },
  };
  const talks = flowOf({
    incoming: { type: 'start', exits: { incoming: 'talk' } },
    talk: assistant,
    zero: { type: 'on_dtmf', params: { digits: '0' }, exits: { then: 'human' } },
    over: { type: 'on_conversation_ended', exits: { then: 'bye' } },
    human: { type: 'speak', params: { payload: 'One moment.' }, exits: { done: 'bye' } },
    bye: { type: 'hangup' },
  });
  const zero = carrierEvent('call.dtmf.received', 3, { digit: '0' });
  const stopping = [...rung, zero];
  const id = (index: number) => play(talks, stopping).commands[index]?.id ?? '';
  const refused = (action: string, commandId: string): EngineEvent => ({
    kind: 'refused',
    command: { id: commandId, node: 'talk', visit: 2, action, keep: [] },
    status: 422,
    code: '90040',
    title: 'No',
    detail: '',
  });

  test('has not stopped because something else is refused', () => {
    const late = refused('ai_assistant_start', id(1));
    expect(play(talks, [...stopping, late]).call.node).toBe('talk');
    expect(play(talks, [...stopping, late, refused('ai_assistant_stop', id(2))]).call.node).toBe('human');
  });

  test('goes the way of whoever stopped it, also where its end is listened for', () => {
    const ended = carrierEvent('call.conversation.ended', 4, at(2));
    expect(play(talks, [...stopping, ended]).call.node).toBe('human');
  });

  test('has not ended with the conversation of an earlier step', () => {
    const two = flowOf({
      ...talks.nodes,
      incoming: { type: 'start', exits: { incoming: 'first' } },
      first: { ...assistant, exits: { ended: 'talk', error: 'talk' } },
    });
    const command = (node: string, visit: number) =>
      ({ id: node, node, visit, action: 'ai_assistant_start', keep: ['conversation_id'] }) as const;
    const begun = (node: string, visit: number, conversation_id: string) =>
      ({ kind: 'accepted', command: command(node, visit), response: { conversation_id } }) as const;
    const failed = { kind: 'failed', why: 'The service failed.' } as const;
    const talking = [...rung, begun('first', 2, 'c1'), failed, failed, begun('talk', 3, 'c2')];
    // Its leg bears the later step's state by now.
    const late = carrierEvent('call.conversation.ended', 9, at(3, { conversation_id: 'c1' }));
    const result = play(two, [...talking, late]);
    expect(actions(result).slice(-1)).toEqual(['ai_assistant_stop']);
    expect(result.call.node).toBe('talk');
  });
});
