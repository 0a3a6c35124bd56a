import { expect, test } from 'vitest';
import { refusal } from '../parts/refusal.ts';
import { suppressionStartParams } from './suppression-start.ts';
import { suppressionStopParams } from './suppression-stop.ts';

const refused = (config: object) =>
  refusal(suppressionStartParams, { noise_suppression_engine_config: config });

test('noise is taken away without any setting', () => {
  expect(refusal(suppressionStartParams, {})).toBeUndefined();
});

test.each([
  ['attenuation_limit', 0, 100, 'Use a whole number of steps from 0 to 100.'],
  ['suppression_level', 0, 100, 'Use a number of percent from 0 to 100.'],
  ['enhancement_level', 0, 1, 'Use a number of strength from 0 to 1.'],
  ['voice_gain', 0.1, 4, 'Use a number of times the normal volume from 0.1 to 4.'],
])('%s goes from %d to %d', (name, least, most, sentence) => {
  expect([least, most].map((value) => refused({ [name]: value }))).toEqual([undefined, undefined]);
  expect([least - 0.1, most + 0.1].map((value) => refused({ [name]: value }))).toEqual([sentence, sentence]);
});

test('a size belongs to its family', () => {
  expect(refused({ family: 'sparrow', size: 'xxs' })).toBeUndefined();
  expect(refused({ family: 'quail', size: 'vf_1_1_l' })).toBeUndefined();
  expect(refused({ family: 'quail', size: 'l' })).toBeUndefined();
  expect(refused({ size: 'vf_l' })).toBeUndefined();
  expect(refused({ family: 'quail', size: 'xs' })).toBe(
    'The size xs belongs to the family sparrow: choose that family, or the size s or l.',
  );
  expect(refused({ family: 'sparrow', size: 'vf_l' })).toContain('belongs to the family quail');
});

test('stopping takes no parameters', () => {
  expect(Object.keys(suppressionStopParams.shape)).toEqual([]);
});
