import { expect, test } from 'vitest';
import { refusal } from './refusal.ts';
import { choice, decimalNumber, jsonObject, list, settings, wholeNumber, yesNo } from './values.ts';

test('a whole number says its limits whatever is wrong', () => {
  const seconds = wholeNumber({ min: 5, max: 600, of: 'seconds' });
  expect([5, 600].map((value) => refusal(seconds, value))).toEqual([undefined, undefined]);
  for (const value of [4, 601, 5.5, '10', Number.NaN, undefined]) {
    expect(refusal(seconds, value)).toBe('Use a whole number of seconds from 5 to 600.');
  }
});

test('a number with one limit or none says so', () => {
  expect(refusal(wholeNumber({ min: 0, of: 'seconds' }), -1)).toBe(
    'Use a whole number of seconds, 0 or more.',
  );
  expect(refusal(wholeNumber({ max: 9, of: 'digits' }), 10)).toBe('Use a whole number of digits, 9 or less.');
  expect(refusal(decimalNumber({ of: 'octaves' }), 'up')).toBe('Use a number of octaves.');
});

test('a choice names its values, or says the sentence it was given', () => {
  expect(refusal(choice(['text', 'ssml']), 'html')).toBe('Choose one of: text, ssml.');
  expect(refusal(choice(['en', 'es'], 'Choose a language.'), 'english')).toBe('Choose a language.');
});

test('a switch takes yes or no and no words for them', () => {
  expect(refusal(yesNo(), 'true')).toBe('Choose yes (true) or no (false).');
});

test('objects and lists say how they are written', () => {
  expect(refusal(settings({}), 'speed 2')).toContain('between { and }');
  expect(refusal(list(yesNo()), {})).toContain('between [ and ]');
  expect(refusal(jsonObject(), [])).toContain('between { and }');
});

test('an open object takes any JSON', () => {
  expect(refusal(jsonObject(), { a: [1, null, { b: 'c' }] })).toBeUndefined();
});
