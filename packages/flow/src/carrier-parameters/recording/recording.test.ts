import { describe, expect, test } from 'vitest';
import { recordPauseParams } from './record-pause.ts';
import { recordResumeParams } from './record-resume.ts';
import { recordStartParams } from './record-start.ts';
import { recordStopParams } from './record-stop.ts';
import { recordingFields } from './recording.ts';
import { refusal } from '../parts/refusal.ts';

test('a recording lasts from 0 to 43200 seconds', () => {
  const length = recordingFields.record_max_length;
  expect([0, 43_200].map((value) => refusal(length, value))).toEqual([undefined, undefined]);
  expect(refusal(length, 43_201)).toBe('Use a whole number of seconds from 0 to 43200.');
});

test('the silence that stops a recording has no longest length', () => {
  expect(refusal(recordingFields.record_timeout_secs, 100_000)).toBeUndefined();
  expect(refusal(recordingFields.record_timeout_secs, -1)).toBe('Use a whole number of seconds, 0 or more.');
});

test('a file name has 1 to 40 characters', () => {
  const name = recordingFields.record_custom_file_name;
  expect(refusal(name, 'x'.repeat(40))).toBeUndefined();
  expect(refusal(name, '')).toBe('Write a file name of 1 to 40 characters.');
  expect(refusal(name, 'x'.repeat(41))).toContain('to 40 characters');
  expect(refusal(name, '{{ call.from }} {{ call.started_at }} {{ vars.name }}')).toBeUndefined();
});

describe('a recording that a step begins', () => {
  const refused = (fields: object) =>
    refusal(recordStartParams, { channels: 'dual', format: 'mp3', ...fields });

  test('needs its voices and its format, and no more', () => {
    expect(refused({})).toBeUndefined();
    expect(refused({ channels: undefined })).toBe('Choose one of: single, dual.');
    expect(refused({ format: 'ogg' })).toBe('Choose one of: wav, mp3.');
  });

  test('lasts from 0 to 14400 seconds, less than one that begins with the answer', () => {
    expect([0, 14_400].map((max_length) => refused({ max_length }))).toEqual([undefined, undefined]);
    expect([-1, 14_401].map((max_length) => refused({ max_length }))).toEqual(
      Array(2).fill('Use a whole number of seconds from 0 to 14400.'),
    );
  });

  test('is written down in a language of the carrier', () => {
    expect(
      ['auto_detect', 'en-US', 'ss-latn-za'].map((language) => refused({ transcription_language: language })),
    ).toEqual(Array(3).fill(undefined));
    expect(refused({ transcription_language: 'english' })).toBe(
      'Choose a language from the list, like en-US.',
    );
    expect(refused({ transcription_engine: 'deepgram/nova-2' })).toBe(
      'Choose one of: A, B, deepgram/nova-3.',
    );
  });

  test('has at least one speaker', () => {
    expect(refused({ transcription_min_speaker_count: 0 })).toBe('Use a whole number of people, 1 or more.');
    expect(refused({ transcription_max_speaker_count: 1.5 })).toBe(
      'Use a whole number of people, 1 or more.',
    );
  });
});

test.each([recordStopParams, recordPauseParams, recordResumeParams])(
  'a running recording is meant by its id, or all of the call are',
  (params) => {
    expect(refusal(params, {})).toBeUndefined();
    expect(refusal(params, { recording_id: '{{ vars.recording }}' })).toBeUndefined();
    expect(refusal(params, { recording_id: 'front-desk' })).toContain('Copy the id');
  },
);
