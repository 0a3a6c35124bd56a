import type { JsonObject } from '@gatherline/flow';
import { describe, expect, test } from 'vitest';
import { isOver } from './call.ts';
import { actions, at, carrierEvent, flowOf, newCall, play, rung } from './testing/moments.ts';
import { transition } from './transition.ts';

const sound = 'https://example.com/sounds/hello.mp3';
const steps = [
  ['speak', { payload: 'Hello.' }, 'call.speak.ended', 'done'],
  ['playback_start', { audio_url: sound }, 'call.playback.ended', 'done'],
  ['gather', {}, 'call.gather.ended', 'collected'],
  ['gather_using_speak', { payload: 'Your number?' }, 'call.gather.ended', 'collected'],
  ['gather_using_audio', { audio_url: sound }, 'call.gather.ended', 'collected'],
  ['menu', { prompts: [{ text: 'Press 1.' }], choices: [{ digits: '1' }] }, 'call.gather.ended', '1'],
  ['confirm', { text: 'Is that right?' }, 'call.gather.ended', 'yes'],
  ['voicemail', { greeting: { text: 'Leave a message.' } }, 'call.speak.ended', 'recorded'],
] as const;

describe('what ends because the caller has hung up', () => {
  test.each(steps)(
    '%s waits for the hang-up itself, and nothing more is sent',
    (type, params, ended, exit) => {
      const flow = flowOf({
        incoming: { type: 'start', exits: { incoming: 'step' } },
        step: { type, params, exits: { [exit]: 'tell', no_input: 'tell', invalid: 'tell', error: 'tell' } },
        tell: { type: 'http_request', params: { url: 'https://example.com/reached-the-end' } },
      });
      const begun = play(flow, rung);
      const cut = [...rung, carrierEvent(ended, 3, at(2, { status: 'call_hangup', digits: null }))];
      const during = play(flow, cut);
      expect(actions(during)).toEqual(actions(begun));
      expect(during.call).toMatchObject({ node: 'step', state: 'answered' });

      const cause = { hangup_cause: 'normal_clearing', hangup_source: 'caller' };
      const after = play(flow, [...cut, carrierEvent('call.hangup', 3, at(2, cause))]);
      expect(actions(after)).not.toContain('http_request');
      expect(after.call.state).toBe('ended');
    },
  );
});

describe('an end that a refused command tells of before the carrier does', () => {
  const flow = flowOf({
    incoming: { type: 'start', exits: { incoming: 'hello' } },
    hello: { type: 'speak', params: { payload: 'Hello.' }, exits: { done: 'bye' } },
    over: { type: 'on_hangup', exits: { then: 'tell' } },
    tell: {
      type: 'http_request',
      params: { url: 'https://example.com/{{ event.hangup_cause }}', wait: false },
    },
    bye: { type: 'hangup' },
  });
  const gone = [...rung, { kind: 'gone', why: 'The carrier says that the call is over.' } as const];
  const told = carrierEvent('call.hangup', 4, { hangup_cause: 'user_busy', hangup_source: 'callee' });
  const requested = (result: ReturnType<typeof play>) =>
    result.commands.flatMap(({ via, body }) => (via === 'http' ? [body.url] : []));
  const ends = ({ trace }: ReturnType<typeof play>) => trace.filter(({ kind }) => kind === 'ended');

  test('waits for the cause that the carrier names, and what follows the call is done once, with it', () => {
    const waiting = play(flow, gone);
    expect([isOver(waiting.call), requested(waiting), ends(waiting)]).toEqual([false, [], []]);
    const after = play(flow, [...gone, told, told]);
    expect(requested(after)).toEqual(['https://example.com/user_busy']);
    expect(ends(after)).toMatchObject([{ cause: 'user_busy', source: 'callee' }]);
    expect(isOver(after.call)).toBe(true);
  });

  test('is dealt with all the same when nobody ever names one', () => {
    const { call } = play(flow, gone);
    const late = transition(
      flow,
      call,
      { kind: 'deadline', visit: call.visit },
      call.waiting?.deadlineMs ?? 0,
    );
    expect(late.commands.map(({ body }) => body.url)).toEqual(['https://example.com/unspecified']);
    expect(play(flow, [told], late.call).commands).toEqual([]);
  });
});

describe('words that are cut by a hang-up', () => {
  test('have not comforted anybody: the call does not go on', () => {
    const flow = flowOf({
      incoming: { type: 'start', exits: { incoming: 'ask' } },
      ask: {
        type: 'http_request',
        params: { url: 'https://example.com/x', comfort: { text: 'One moment.', after_millis: 1000 } },
        exits: { success: 'book' },
      },
      book: { type: 'http_request', params: { url: 'https://example.com/book' }, exits: { success: 'bye' } },
      bye: { type: 'hangup' },
    });
    const command = { id: 'c', node: 'ask', visit: 2, action: 'http_request', keep: [] };
    const answer = { kind: 'requested', command, type: 'http.answered', payload: { status: 200 } } as const;
    const comforted = [...rung, { kind: 'deadline', visit: 2 } as const, answer];
    const cut = carrierEvent('call.speak.ended', 5, at(2, { status: 'call_hangup' }));
    expect(play(flow, [...comforted, cut]).call.node).toBe('ask');
    const said = carrierEvent('call.speak.ended', 5, at(2, { status: 'completed' }));
    expect(play(flow, [...comforted, said]).call.node).toBe('book');
  });

  test('said to another phone do not connect it', () => {
    const flow = flowOf({
      incoming: { type: 'start', exits: { incoming: 'team' } },
      team: { type: 'dial', params: { to: ['+13125550111'], whisper: 'A call.' } },
    });
    const leg = (type: string, seconds: number, more: JsonObject = {}) =>
      carrierEvent(type, seconds, at(2, { call_control_id: 'v3:leg', to: '+13125550111', ...more }));
    const asked = [...rung, leg('call.initiated', 2), leg('call.answered', 3)];
    const cut = leg('call.speak.ended', 4, { status: 'call_hangup' });
    const call = { ...newCall(flow), connectionId: '7' };
    expect(actions(play(flow, [...asked, cut], call))).not.toContain('bridge');
  });
});
