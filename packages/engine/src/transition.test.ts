import type { CarrierEvent, JsonObject } from '@gatherline/flow';
import { describe, expect, test } from 'vitest';
import { budget } from './budget.ts';
import { readVisit, writeVisit } from './client-state.ts';
import { type EngineEvent } from './event.ts';
import { transition } from './transition.ts';
import { actions, at, carrierEvent, flowOf, kinds, OWN, play, rung, T0 } from './testing/moments.ts';

const menu = flowOf({
  incoming: { type: 'start', exits: { incoming: 'welcome' } },
  welcome: {
    type: 'gather_using_speak',
    params: { payload: 'Press 1, {{ call.from }}.', choices: [{ digits: '1' }, { digits: '2' }] },
    exits: { 1: 'second', 2: 'bye', no_input: 'bye' },
  },
  second: { type: 'gather', exits: { collected: 'bye' } },
  bye: { type: 'hangup' },
});

describe('a call', () => {
  test('is answered first and then enters the node after the start', () => {
    const result = play(menu, rung);
    expect(actions(result)).toEqual(['answer', 'gather_using_speak']);
    expect(result.commands[1]?.body).toMatchObject({
      payload: 'Press 1, +13125550100.',
      valid_digits: '12',
      maximum_digits: 1,
      voice: 'Telnyx.KokoroTTS.af',
      client_state: writeVisit(2),
    });
    expect(result.commands[1]?.body).not.toHaveProperty('choices');
    expect(result.call).toMatchObject({ node: 'welcome', visit: 2, state: 'answered' });
  });

  test('gives the same commands with the same ids when a transition runs again', () => {
    expect(play(menu, rung).commands).toEqual(play(menu, rung).commands);
    const ids = play(menu, rung).commands.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('leaves by the key that was pressed and remembers it', () => {
    const result = play(menu, [
      ...rung,
      carrierEvent('call.gather.ended', 2, at(2, { status: 'valid', digits: '1' })),
    ]);
    expect(result.call).toMatchObject({
      node: 'second',
      outputs: { welcome: { digits: '1', status: 'valid' } },
    });
  });

  test('ignores the client_state of an inbound call.initiated', () => {
    const result = play(menu, [
      carrierEvent('call.initiated', 0, { direction: 'incoming', client_state: writeVisit(9) }),
    ]);
    expect(actions(result)).toEqual(['answer']);
  });

  test('ends with the hang-up of the caller, and nothing that comes later moves it', () => {
    const late = carrierEvent('call.gather.ended', 4, at(2, { status: 'call_hangup', digits: null }));
    const result = play(menu, [
      ...rung,
      carrierEvent('call.hangup', 3, { hangup_cause: 'normal_clearing', hangup_source: 'caller' }),
      late,
    ]);
    expect(result.call).toMatchObject({
      state: 'ended',
      node: null,
      hangup: { cause: 'normal_clearing', source: 'caller' },
    });
    expect(result.trace.at(-1)).toMatchObject({ kind: 'ignored', why: 'The call is over.' });
  });
});

describe('an event', () => {
  const pressedOne = carrierEvent('call.gather.ended', 3, at(2, { status: 'valid', digits: '1' }));

  test('of an older visit is traced and has no effect', () => {
    const stale = carrierEvent('call.gather.ended', 5, at(2, { status: 'valid', digits: '2' }));
    const result = play(menu, [...rung, pressedOne, stale]);
    expect(result.call).toMatchObject({ node: 'second', visit: 3 });
    expect(result.trace.at(-1)).toMatchObject({
      kind: 'ignored',
      why: 'It belongs to an earlier step.',
      visit: 3,
    });
  });

  test('that comes twice without a client_state is not taken for the next gather’s', () => {
    const bare = carrierEvent('call.gather.ended', 3, { client_state: null, status: 'valid', digits: '1' });
    const result = play(menu, [...rung, bare, bare]);
    expect(result.call).toMatchObject({ node: 'second', visit: 3 });
  });

  test('that carries a later visit’s sticky client_state but happened before that visit is ignored', () => {
    const early = carrierEvent('call.gather.ended', 2, at(3, { status: 'cancelled', digits: '' }));
    const result = play(menu, [...rung, pressedOne, early]);
    expect(result.call).toMatchObject({ node: 'second', visit: 3 });
    expect(result.trace.at(-1)).toMatchObject({
      kind: 'ignored',
      node: 'second',
      why: 'It happened before that step was entered.',
    });
  });

  test('without a client_state, or with a foreign one, is matched by what is awaited', () => {
    for (const client_state of [null, 'aGF2ZSBhIG5pY2UgZGF5ID1d', 'not base64 at all', 7]) {
      const result = play(menu, [
        ...rung,
        carrierEvent('call.gather.ended', 3, { client_state, status: 'valid', digits: '2' }),
      ]);
      expect(actions(result).at(-1)).toBe('hangup');
    }
  });

  test('that names its leg by call_leg_id alone is about the leg of that id', () => {
    const ended = (call_leg_id: string): EngineEvent => ({
      kind: 'carrier',
      event: {
        id: call_leg_id,
        type: 'call.gather.ended',
        occurredAt: new Date(T0 + 3000).toISOString(),
        payload: { call_leg_id, status: 'valid', digits: '2' },
      },
    });
    expect(play(menu, [...rung, ended('another')]).call.node).toBe('welcome');
    expect(actions(play(menu, [...rung, ended('l')])).at(-1)).toBe('hangup');
  });

  test('of a type the visit does not wait for leaves the call where it is', () => {
    const result = play(menu, [
      ...rung,
      carrierEvent('call.speak.ended', 3, at(2)),
      carrierEvent('call.from.the.future', 4),
    ]);
    expect(result.call).toMatchObject({ node: 'welcome', visit: 2 });
    expect(kinds(result).slice(-2)).toEqual(['ignored', 'ignored']);
  });
});

describe('an exit without a wire', () => {
  const silent = carrierEvent('call.gather.ended', 3, at(2, { status: 'invalid', digits: '' }));
  const nodes = {
    incoming: { type: 'start', exits: { incoming: 'ask' } },
    ask: { type: 'gather_using_speak', params: { payload: 'Number?' } },
    operator: { type: 'transfer', params: { to: '+13125550142' } },
  };

  test('falls to the flow’s handler for that outcome', () => {
    const result = play(flowOf(nodes, { handlers: { no_input: 'operator' } }), [...rung, silent]);
    expect(result.trace).toContainEqual(
      expect.objectContaining({ kind: 'left', exit: 'no_input', to: 'operator', via: 'handler' }),
    );
  });

  test('is followed by an apology in the language of the call, then by a hang-up', () => {
    const spoken = carrierEvent('call.speak.ended', 5, at(3, { status: 'completed' }));
    const result = play(flowOf(nodes, { language: 'es-US' }), [...rung, silent, spoken]);
    expect(actions(result)).toEqual(['answer', 'gather_using_speak', 'speak', 'hangup']);
    expect(result.commands[2]?.body.payload).toMatch(/^Lo sentimos/);
  });

  test('hangs up at once on a line that was never picked up', () => {
    const flow = flowOf({ incoming: { type: 'start', params: { answer: false } } });
    expect(actions(play(flow, [rung[0] ?? silent]))).toEqual(['hangup']);
  });

  test('does not lead from a handler back to the same handler', () => {
    const flow = flowOf(
      { ...nodes, operator: { type: 'speak', params: { payload: '{% bad %}' } } },
      { handlers: { no_input: 'operator', error: 'operator' } },
    );
    const result = play(flow, [...rung, silent]);
    expect(actions(result).at(-1)).toBe('speak');
    expect(result.trace.filter(({ kind }) => kind === 'entered').length).toBe(4);
  });
});

describe('a command the carrier refuses', () => {
  const refusal = (visit: number): EngineEvent => ({
    kind: 'refused',
    command: { id: 'c', node: 'welcome', visit, action: 'gather', keep: [] },
    status: 422,
    code: '90012',
    title: 'Invalid value for voice',
    detail: '',
  });

  test('leaves its node by error, with code and title in the trace', () => {
    const result = play(menu, [...rung, refusal(2)]);
    expect(result.trace).toContainEqual(expect.objectContaining({ kind: 'refused', code: '90012' }));
    expect(result.trace).toContainEqual(
      expect.objectContaining({ kind: 'left', node: 'welcome', exit: 'error', via: 'apology' }),
    );
  });

  test('of an older visit changes nothing', () => {
    expect(play(menu, [...rung, refusal(1)]).call).toMatchObject({ node: 'welcome', visit: 2 });
  });
});

describe('a deadline', () => {
  test('leaves the node by error when the awaited event never came', () => {
    const flow = flowOf({
      incoming: { type: 'start', exits: { incoming: 'keys' } },
      keys: { type: 'gather', params: { timeout_millis: 5_000 } },
    });
    const before = play(flow, rung).call;
    const deadlineMs = before.waiting?.deadlineMs ?? 0;
    const early = transition(flow, before, { kind: 'deadline', visit: 2 }, deadlineMs - 1);
    expect(early.call).toEqual(before);
    const stopping = transition(flow, before, { kind: 'deadline', visit: 2 }, deadlineMs);
    expect(actions(stopping)).toEqual(['gather_stop']);
    const late = transition(flow, stopping.call, { kind: 'deadline', visit: 2 }, deadlineMs + 2_000);
    expect(late.trace).toContainEqual(
      expect.objectContaining({ kind: 'left', exit: 'error', why: 'The carrier did not answer in time.' }),
    );
  });

  test('of a visit that is over moves nothing, however late it is told', () => {
    const pressed = carrierEvent('call.gather.ended', 3, at(2, { status: 'valid', digits: '1' }));
    const { call } = play(menu, [...rung, pressed]);
    const raced = transition(menu, call, { kind: 'deadline', visit: 2 }, T0 + 24 * 60 * 60_000);
    expect(raced).toEqual({ call, commands: [], trace: [] });
  });

  test('asks again for a hang-up that the carrier did not confirm, with a command of its own', () => {
    const pressed = carrierEvent('call.gather.ended', 3, at(2, { status: 'valid', digits: '2' }));
    const { call, commands } = play(menu, [...rung, pressed]);
    const again = transition(
      menu,
      call,
      { kind: 'deadline', visit: call.visit },
      call.waiting?.deadlineMs ?? 0,
    );
    expect(again.commands.map(({ action }) => action)).toEqual(['hangup']);
    expect(again.commands[0]?.id).not.toBe(commands.at(-1)?.id);
  });

  test('of a call that is gone ends it', () => {
    const { call } = play(menu, [...rung, { kind: 'gone', why: 'not_found' }]);
    expect(call).toMatchObject({ state: 'ended', hangup: { cause: 'not_found' } });
  });

  test('of a call that is gone leaves it to a late hang-up to say who ended it', () => {
    const late = carrierEvent('call.hangup', 3, { hangup_cause: 'normal_clearing', hangup_source: 'caller' });
    const { call, trace } = play(menu, [...rung, { kind: 'gone', why: 'not_found' }, late, late]);
    expect(call.hangup).toEqual({ cause: 'normal_clearing', source: 'caller' });
    expect(trace.at(-1)).toMatchObject({ kind: 'ignored' });
  });
});

describe('a loop', () => {
  test('that never hears the caller is cut, and the trace says so', () => {
    const flow = flowOf({
      incoming: { type: 'start', exits: { incoming: 'a' } },
      a: { type: 'branch', params: { branches: [{ name: 'never', when: 'vars.no' }] }, exits: { else: 'a' } },
    });
    const result = play(flow, rung);
    expect(actions(result)).toEqual(['answer', 'speak']);
    expect(result.call.visit).toBe(budget.visitsAtOnce + 2);
    expect(result.trace).toContainEqual(
      expect.objectContaining({ kind: 'note', text: expect.stringContaining('steps at once') }),
    );
  });

  test('of a menu that is answered each time goes on', () => {
    const flow = flowOf({
      incoming: { type: 'start', exits: { incoming: 'ask' } },
      ask: { type: 'gather', exits: { collected: 'ask' } },
    });
    const presses = Array.from({ length: budget.visits + 10 }, (_, index) =>
      carrierEvent('call.gather.ended', 2 + index, at(2 + index, { status: 'valid', digits: '7' })),
    );
    expect(play(flow, [...rung, ...presses]).call.node).toBe('ask');
  });
});

describe('a transfer', () => {
  const OTHER = 'v3:other';
  const nodes = {
    incoming: { type: 'start', exits: { incoming: 'desk' } },
    desk: {
      type: 'transfer',
      params: { to: '+13125550142' },
      exits: { busy: 'bye', no_answer: 'bye', declined: 'bye' },
    },
    bye: { type: 'hangup' },
  };
  const other = (type: string, seconds: number, payload: JsonObject = {}) =>
    carrierEvent(type, seconds, { call_control_id: OTHER, client_state: writeVisit(2), ...payload });

  test.each([
    ['user_busy', 'busy'],
    ['timeout', 'no_answer'],
    ['call_rejected', 'declined'],
    ['not_found', 'failed'],
  ])('that ends with %s leaves by %s', (hangup_cause, exit) => {
    const result = play(flowOf(nodes), [
      ...rung,
      other('call.initiated', 2),
      other('call.hangup', 9, { hangup_cause }),
    ]);
    expect(result.trace).toContainEqual(expect.objectContaining({ kind: 'left', node: 'desk', exit }));
    expect(result.call.state).toBe('answered');
  });

  test('gives the new leg the visit, and keeps the caller when something comes after the conversation', () => {
    const flow = flowOf({ ...nodes, desk: { ...nodes.desk, exits: { answered: 'bye' } } });
    const result = play(flow, [
      ...rung,
      other('call.initiated', 2),
      other('call.answered', 4),
      other('call.bridged', 5),
      carrierEvent('call.bridged', 5, at(2)),
      other('call.hangup', 60, { hangup_cause: 'normal_clearing' }),
    ]);
    expect(result.commands[1]?.body).toMatchObject({
      target_leg_client_state: writeVisit(2),
      park_after_unbridge: 'self',
    });
    expect(result.trace).toContainEqual(
      expect.objectContaining({ kind: 'left', exit: 'answered', to: 'bye' }),
    );
    expect(result.call.legs[OTHER]).toEqual({ visit: 2, state: 'ended' });
  });

  test('waits for the end of the conversation no longer because something is told late', () => {
    const talking = [...rung, other('call.answered', 4), other('call.bridged', 5)];
    const { waiting } = play(flowOf(nodes), talking).call;
    const late = [
      other('call.initiated', 2),
      other('call.bridged', 5),
      carrierEvent('call.bridged', 5, at(2)),
    ];
    expect(play(flowOf(nodes), [...talking, ...late]).call.waiting).toEqual(waiting);
  });

  test('that was answered ends the call quietly when nothing comes after it', () => {
    const result = play(flowOf(nodes), [...rung, other('call.answered', 4), other('call.hangup', 60)]);
    expect(actions(result)).toEqual(['answer', 'transfer', 'hangup']);
  });

  test('does not end with the hang-up of a leg nobody opened', () => {
    const foreign = carrierEvent('call.hangup', 5, { call_control_id: 'v3:foreign', client_state: null });
    expect(play(flowOf(nodes), [...rung, foreign]).call).toMatchObject({ node: 'desk', state: 'answered' });
  });
});

describe('an AI question', () => {
  const flow = flowOf({
    incoming: { type: 'start', exits: { incoming: 'ask' } },
    ask: {
      type: 'gather_using_ai',
      params: {
        parameters: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
      },
      exits: { done: 'keep' },
    },
    keep: {
      type: 'set_variables',
      params: { variables: [{ name: 'who', value: '{{ nodes.ask.result.name }}' }] },
      exits: { done: 'bye' },
    },
    bye: { type: 'hangup' },
  });

  test('keeps what is known so far, the conversation id and the result', () => {
    const result = play(flow, [
      ...rung,
      {
        kind: 'accepted',
        command: { id: 'c', node: 'ask', visit: 2, action: 'gather_using_ai', keep: ['conversation_id'] },
        response: { result: 'ok', conversation_id: 'conv' },
      },
      carrierEvent('call.ai_gather.partial_results', 4, at(2, { partial_results: { name: 'A' } })),
      carrierEvent(
        'call.ai_gather.ended',
        6,
        at(2, { status: 'valid', result: { name: 'Ana' }, message_history: [] }),
      ),
    ]);
    expect(result.call.outputs.ask).toMatchObject({
      partial_results: { name: 'A' },
      result: { name: 'Ana' },
      conversation_id: 'conv',
      status: 'valid',
    });
    expect(result.call.variables).toEqual({ who: 'Ana' });
  });

  test('keeps what it knows when an older report comes late', () => {
    const messages = [
      { role: 'assistant', content: 'Who?' },
      { role: 'user', content: 'Ana' },
    ];
    const partial = (seconds: number, name: string, message_history: typeof messages) =>
      carrierEvent(
        'call.ai_gather.partial_results',
        seconds,
        at(2, { partial_results: { name }, message_history }),
      );
    const result = play(flow, [...rung, partial(4, 'Ana', messages), partial(3, 'A', messages.slice(0, 1))]);
    expect(result.call.outputs.ask).toEqual({ partial_results: { name: 'Ana' }, message_history: messages });
  });

  test.each([
    ['invalid', 'incomplete'],
    ['client_error', 'error'],
    ['never_heard_of', 'incomplete'],
  ])('that ends as %s leaves by %s', (status, exit) => {
    const result = play(flow, [
      ...rung,
      carrierEvent('call.ai_gather.ended', 4, at(2, { status, result: null })),
    ]);
    expect(result.trace).toContainEqual(expect.objectContaining({ kind: 'left', node: 'ask', exit }));
  });
});

describe('a visit', () => {
  test('is read back from its client_state only when it is ours', () => {
    expect(readVisit(writeVisit(12))).toBe(12);
    for (const foreign of [null, undefined, '', 'e30=', btoa('{"v":"1"}'), btoa('[1]'), '%%%'])
      expect(readVisit(foreign)).toBeNull();
  });

  test('with a parameter that a template drove out of range leaves by error before anything is sent', () => {
    const flow = flowOf({
      incoming: { type: 'start', exits: { incoming: 'desk' } },
      desk: { type: 'transfer', params: { to: '{{ vars.nobody }}' } },
    });
    const result = play(flow, rung);
    expect(actions(result)).not.toContain('transfer');
    expect(result.trace).toContainEqual(
      expect.objectContaining({
        kind: 'left',
        node: 'desk',
        exit: 'error',
        why: expect.stringContaining('to'),
      }),
    );
  });

  test('sees the event type of another carrier event as data, whatever its payload holds', () => {
    const strange: CarrierEvent = {
      id: 'x',
      type: 'call.gather.ended',
      occurredAt: new Date(T0 + 9000).toISOString(),
      payload: { call_control_id: OWN, status: { odd: true }, digits: [1] },
    };
    const { call, trace } = play(menu, [...rung, { kind: 'carrier', event: strange }]);
    expect(trace).toContainEqual(
      expect.objectContaining({ kind: 'received', payload: expect.objectContaining({ digits: [1] }) }),
    );
    expect(call.outputs.welcome).toEqual({ digits: '', status: null });
  });
});
