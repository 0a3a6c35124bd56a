import type { JsonObject } from '@gatherline/flow';
import { describe, expect, test } from 'vitest';
import type { Call } from './call.ts';
import { at, carrierEvent, flowOf, play, rung, T0 } from './testing/moments.ts';
import { transition } from './transition.ts';

const HOUR_MS = 3_600_000;

const sounding: readonly (readonly [type: string, params: JsonObject])[] = [
  ['speak', { payload: 'Hello.' }],
  ['playback_start', { audio_url: 'https://example.com/hello.mp3' }],
  ['gather_using_speak', { payload: 'Your number?' }],
  ['gather_using_audio', { audio_url: 'https://example.com/number.mp3' }],
  ['menu', { prompts: [{ text: 'Press 1.' }], choices: [{ digits: '1' }] }],
  ['confirm', { text: 'Is that right?' }],
  ['voicemail', { greeting: { text: 'Leave a message.' } }],
];

function callAt(type: string, params: JsonObject, music: JsonObject = {}) {
  const flow = flowOf({
    incoming: { type: 'start', exits: { incoming: 'music' } },
    music: {
      type: 'playback_start',
      params: { audio_url: 'https://example.com/a/jingle.mp3?x=1', background: true, ...music },
      exits: { done: 'step' },
    },
    step: { type, params },
  });
  const { call, commands } = play(flow, rung);
  const command = commands.at(-1);
  if (command === undefined) throw new Error('Nothing was played.');
  const { call: entered } = transition(flow, call, { kind: 'accepted', command, response: {} }, T0 + 2_000);
  if (entered.node !== 'step') throw new Error(`The call stands at ${entered.node}.`);
  return { flow, call: entered };
}

/** How long the step is waited for while the carrier says that the call lives, in milliseconds. */
function patienceMs({ flow, call }: ReturnType<typeof callAt>): number {
  let left: Call = call;
  for (let rounds = 0; left.node === call.node && rounds < 1_000; rounds += 1) {
    const deadlineMs = left.waiting?.deadlineMs ?? 0;
    const stored: Call = JSON.parse(JSON.stringify(left));
    left = transition(flow, stored, { kind: 'deadline', visit: stored.visit }, deadlineMs).call;
    if (left.node !== call.node) return deadlineMs - T0;
  }
  throw new Error('It is waited for without end.');
}

describe.each(sounding)('%s', (type, params) => {
  test('is not given up while the sound before it may still play', () => {
    const patience = patienceMs(callAt(type, params));
    expect(patience).toBeGreaterThan(HOUR_MS);
    expect(patience).toBeLessThan(8 * HOUR_MS);
  });
});

test('words are given up in time where an endless sound plays before them, and the trace says why', () => {
  const { flow, call } = callAt('speak', { payload: 'Hello.' }, { loop: 'infinity' });
  const { deadlineMs = 0 } = call.waiting ?? {};
  expect(deadlineMs).toBeLessThan(T0 + 60_000);
  const passed = { kind: 'deadline', visit: call.visit } as const;
  const stopping = transition(flow, call, passed, deadlineMs);
  expect(stopping.commands.map(({ action }) => action)).toEqual(['playback_stop']);
  const late = transition(flow, stopping.call, passed, deadlineMs + 2_000);
  expect(late.trace).toContainEqual(
    expect.objectContaining({ why: 'A sound without end plays before it, so that it was never heard.' }),
  );
});

test('a sound that has ended, was stopped or refused makes nobody wait longer', () => {
  const flow = flowOf({
    incoming: { type: 'start', exits: { incoming: 'keys' } },
    keys: { type: 'gather', params: { timeout_millis: 5_000 } },
  });
  const { call } = play(flow, rung);
  const sound = { visit: 1, file: 'jingle.mp3', isEndless: true };
  const ended = carrierEvent(
    'call.playback.ended',
    3,
    at(1, { media_url: 'https://example.com/jingle.mp3' }),
  );
  const told = transition(flow, { ...call, sounds: [sound, sound] }, ended, T0 + 3_000).call;
  expect(told.sounds.filter(({ endedBy }) => endedBy === undefined)).toHaveLength(1);
  expect(transition(flow, told, ended, T0 + 3_000).call.sounds).toEqual(told.sounds);
  const refused = {
    kind: 'refused',
    command: { id: 'c', node: 'music', visit: 1, action: 'playback_start', keep: [] },
    status: 422,
    code: '10015',
    title: 'Invalid',
    detail: '',
  } as const;
  expect(transition(flow, told, refused, T0 + 4_000).call.sounds).toEqual([]);
});
