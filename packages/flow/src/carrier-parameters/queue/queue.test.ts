import { expect, test } from 'vitest';
import { bridgeParams } from '../legs/bridge.ts';
import { enqueueParams } from './enqueue.ts';
import { leaveQueueParams } from './leave-queue.ts';
import { refusal } from '../parts/refusal.ts';

test.each([enqueueParams.shape.queue_name, bridgeParams.shape.queue])(
  'a queue has a name of 1 to 255 characters',
  (name) => {
    expect(refusal(name, 'x'.repeat(255))).toBeUndefined();
    expect(refusal(name, '{{ vars.team }}')).toBeUndefined();
    expect(refusal(name, '')).toBe('Write the name of the queue in 1 to 255 characters, like support.');
    expect(refusal(name, 'x'.repeat(256))).toBe('Shorten the text to 255 characters; it has 256.');
  },
);

test('a caller waits in line by the name of the queue alone', () => {
  expect(refusal(enqueueParams, { queue_name: 'support' })).toBeUndefined();
  expect(refusal(enqueueParams, {})).toContain('name of the queue');
});

test.each([
  ['max_wait_time_secs', 'Use a whole number of seconds, 1 or more.'],
  ['max_size', 'Use a whole number of callers, 1 or more.'],
] as const)('%s is a whole number of 1 or more', (name, sentence) => {
  const field = enqueueParams.shape[name];
  expect([1, 100_000].map((value) => refusal(field, value))).toEqual([undefined, undefined]);
  expect([0, -1, 1.5, '5'].map((value) => refusal(field, value))).toEqual(Array(4).fill(sentence));
});

test('leaving the queue takes no parameters', () => {
  expect(Object.keys(leaveQueueParams.shape)).toEqual([]);
});
