import { describe, expect, test } from 'vitest';
import { gatherParams } from './gather.ts';
import { gatherStopParams } from './gather-stop.ts';
import { gatherUsingAudioExclusive, gatherUsingAudioParams } from './gather-using-audio.ts';
import { gatherUsingSpeakParams } from './gather-using-speak.ts';
import { refusal } from '../parts/refusal.ts';

describe('counts and waits of a gather', () => {
  test.each([
    ['minimum_digits', 1, 128],
    ['maximum_digits', 1, 128],
    ['initial_timeout_millis', 1, 120_000],
    ['inter_digit_timeout_millis', 1, 120_000],
    ['timeout_millis', 1, 120_000],
  ] as const)('%s goes from %i to %i', (name, least, most) => {
    const field = gatherParams.shape[name];
    expect([least, most].map((value) => refusal(field, value))).toEqual([undefined, undefined]);
    expect(refusal(field, least - 1)).toContain(`from ${least} to ${most}`);
    expect(refusal(field, most + 1)).toContain(`from ${least} to ${most}`);
  });

  test('the number of tries goes from 1 to 128', () => {
    const tries = gatherUsingSpeakParams.shape.maximum_tries;
    expect([1, 128].map((value) => refusal(tries, value))).toEqual([undefined, undefined]);
    expect([0, 129].map((value) => refusal(tries, value))).toEqual(
      Array(2).fill('Use a whole number of tries from 1 to 128.'),
    );
  });

  test('a prompted gather waits for a key as long as the carrier allows', () => {
    const field = gatherUsingSpeakParams.shape.timeout_millis;
    expect(refusal(field, 120_000)).toBeUndefined();
    expect(refusal(field, 120_001)).toContain('from 1 to 120000');
  });
});

describe('keys', () => {
  test('the finish key is one key, or none', () => {
    const key = gatherParams.shape.terminating_digit;
    expect(['#', '*', '0', ''].map((value) => refusal(key, value))).toEqual(Array(4).fill(undefined));
    expect(refusal(key, '##')).toBe('Choose one key: 0 to 9, * or #. Leave the text empty for none.');
    expect(refusal(key, 'A')).toBe('Choose one key: 0 to 9, * or #. Leave the text empty for none.');
  });

  test('accepted keys are keys of a telephone', () => {
    const keys = gatherParams.shape.valid_digits;
    expect(refusal(keys, '0123456789#*')).toBeUndefined();
    expect(refusal(keys, '{{ vars.keys }}')).toBeUndefined();
    expect(refusal(keys, '1,2')).toBe('Write only keys of a telephone: 0 to 9, * and #.');
  });
});

test('the id of a gather has 1 to 40 characters', () => {
  const id = gatherParams.shape.gather_id;
  expect(refusal(id, 'x'.repeat(40))).toBeUndefined();
  expect(refusal(id, 'x'.repeat(41))).toBe('Shorten the text to 40 characters; it has 41.');
  expect(refusal(id, '')).toBe('Write an id of 1 to 40 characters.');
});

test('a question has up to 3000 characters, and so has the answer to a wrong key', () => {
  const question = {
    payload: 'x'.repeat(3000),
    voice: 'Telnyx.KokoroTTS.af',
    invalid_payload: 'x'.repeat(3000),
  };
  expect(refusal(gatherUsingSpeakParams, question)).toBeUndefined();
  expect(refusal(gatherUsingSpeakParams, { ...question, payload: 'x'.repeat(3001) })).toContain('to 3000');
  expect(refusal(gatherUsingSpeakParams, { ...question, invalid_payload: 'x'.repeat(3001) })).toContain(
    'to 3000',
  );
});

test('sounds that exclude each other are named in pairs', () => {
  expect(gatherUsingAudioExclusive).toEqual([
    ['audio_url', 'media_name'],
    ['invalid_audio_url', 'invalid_media_name'],
  ]);
  expect(refusal(gatherUsingAudioParams, { audio_url: 'menu.mp3' })).toContain('full web address');
});

test('stopping a gather takes no parameters', () => {
  expect(Object.keys(gatherStopParams.shape)).toEqual([]);
});
