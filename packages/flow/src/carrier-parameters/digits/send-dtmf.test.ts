import { expect, test } from 'vitest';
import { refusal } from '../parts/refusal.ts';
import { sendDtmfParams } from './send-dtmf.ts';

const { digits, duration_millis: duration } = sendDtmfParams.shape;

test('keys are 0 to 9, A to D, * and #, with pauses between them', () => {
  expect(refusal(digits, '0123456789ABCD*#wW')).toBeUndefined();
  expect(refusal(digits, '{{ vars.extension }}')).toBeUndefined();
  for (const wrong of [undefined, '', '1-2', 'E', 'a', '1,2', '1 2']) {
    expect(refusal(digits, wrong)).toBe(
      'Write only the keys 0 to 9, A to D, * and #, with w for half a second of pause and W for one.',
    );
  }
});

test('a tone lasts 100 to 500 milliseconds', () => {
  expect([100, 500].map((value) => refusal(duration, value))).toEqual([undefined, undefined]);
  expect([99, 501, 250.5].map((value) => refusal(duration, value))).toEqual(
    Array(3).fill('Use a whole number of milliseconds from 100 to 500.'),
  );
});
