import { expect, test } from 'vitest';
import { recordingFields } from './recording.ts';
import { refusal } from './refusal.ts';

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
