import { expect, test } from 'vitest';
import { playbackStartExclusive, playbackStartParams } from './playback-start.ts';
import { playbackStopParams } from './playback-stop.ts';
import { refusal } from '../parts/refusal.ts';
import { loop, playbackContent, soundModifications, stop } from './sound.ts';

test('a sound is played 1 to 100 times or without end', () => {
  expect([1, 100, 'infinity'].map((value) => refusal(loop, value))).toEqual(Array(3).fill(undefined));
  expect([0, 101, 1.5, 'forever'].map((value) => refusal(loop, value))).toEqual(
    Array(4).fill('Use a whole number of times from 1 to 100, or infinity.'),
  );
});

test('a sound in the file is base64', () => {
  expect(refusal(playbackContent, Buffer.from('RIFF').toString('base64'))).toBeUndefined();
  expect(refusal(playbackContent, '{{ vars.sound }}')).toBeUndefined();
  for (const wrong of ['', 'abc', 'a===', 'data:audio/mp3;base64,AAAA']) {
    expect(refusal(playbackContent, wrong)).toBe('Paste the sound file as base64 text.');
  }
});

test('one source of three is accepted', () => {
  expect(playbackStartExclusive).toEqual([['audio_url', 'media_name', 'playback_content']]);
});

test('playing stops what plays now, or all of it', () => {
  expect(refusal(stop, 'overlay')).toBe('Choose one of: current, all.');
  expect(refusal(playbackStopParams, { stop: 'current', overlay: true })).toBeUndefined();
});

test('the legs that hear a sound are this one, the other or both', () => {
  expect(refusal(playbackStartParams, { target_legs: 'both' })).toBeUndefined();
  expect(refusal(playbackStartParams, { target_legs: 'all' })).toBe('Choose one of: self, opposite, both.');
});

test('a voice is changed within the limits of the carrier', () => {
  expect(refusal(soundModifications, { octaves: -1, semitone: 14, pitch: 0.1 })).toBeUndefined();
  expect(refusal(soundModifications, { octaves: 1.1 })).toBe('Use a number of octaves from -1 to 1.');
  expect(refusal(soundModifications, { semitone: -15 })).toBe('Use a number of semitones from -14 to 14.');
  expect(refusal(soundModifications, { pitch: 0 })).toBe('Use a pitch above 0; 1 leaves the voice as it is.');
});
