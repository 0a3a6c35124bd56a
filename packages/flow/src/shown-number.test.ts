import { expect, it } from 'vitest';
import { isWithheld } from './shown-number.ts';

it.each([
  'anonymous',
  'Anonymous',
  '+anonymous',
  'sip:anonymous@anonymous.invalid',
  'restricted',
  'UNAVAILABLE',
  'unknown',
  '',
  ' ',
])('takes %j for a caller who shows no number', (number) => {
  expect(isWithheld(number)).toBe(true);
});

it.each(['+13125550142', 'sip:ana@example.com', 'sip:unknown.person@example.com', '100'])(
  'takes %j for a number that is shown',
  (number) => {
    expect(isWithheld(number)).toBe(false);
  },
);
