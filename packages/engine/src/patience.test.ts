import { expect, test } from 'vitest';
import { flowOf, play, rung } from './testing/moments.ts';

/** How long a question is waited for before its call counts as lost. */
function patienceMs(type: string, params: object): number {
  const flow = flowOf({ incoming: { type: 'start', exits: { incoming: 'ask' } }, ask: { type, params } });
  const { call } = play(flow, rung);
  if (call.node !== 'ask' || call.waiting === null) throw new Error(`The call does not wait at ${type}.`);
  return call.waiting.deadlineMs;
}

test.each([
  ['gather_using_speak', { payload: 'Your number?' }],
  ['gather_using_audio', { audio_url: 'https://example.com/sounds/number.mp3' }],
])('%s waits for the three tries that the carrier makes where none are named', (type, params) => {
  const byDefault = patienceMs(type, params);
  expect(byDefault).toBe(patienceMs(type, { ...params, maximum_tries: 3 }));
  expect(byDefault).toBeGreaterThan(patienceMs(type, { ...params, maximum_tries: 2 }));
});
