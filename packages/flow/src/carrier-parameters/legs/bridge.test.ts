import { expect, test } from 'vitest';
import { bridgeExclusive, bridgeParams } from './bridge.ts';
import { refusal } from '../parts/refusal.ts';
import { ringtone } from './ringtone.ts';

test.each([
  { call_control_id: '{{ vars.agent_call }}' },
  { queue: 'support' },
  { video_room_id: '0ccc7b54-4df3-4bca-a65a-3da1ecc777f0', video_room_context: '{"name":"Ana"}' },
])('%j alone says with whom to connect', (params) => {
  expect(refusal(bridgeParams, params)).toBeUndefined();
});

test('one of a call, a queue and a video room is accepted', () => {
  expect(bridgeExclusive).toEqual([['call_control_id', 'queue', 'video_room_id']]);
});

test('a video room is known by its id', () => {
  expect(refusal(bridgeParams, { video_room_id: 'morning-round' })).toContain('Copy the id');
});

test('a side is parked by the word self only', () => {
  expect(refusal(bridgeParams, { park_after_unbridge: 'self' })).toBeUndefined();
  expect(refusal(bridgeParams, { park_after_unbridge: 'both' })).toBe('Choose one of: self.');
});

test('a recording of the connected call lasts up to 43200 seconds', () => {
  expect(refusal(bridgeParams, { record_max_length: 43_200 })).toBeUndefined();
  expect(refusal(bridgeParams, { record_max_length: 43_201 })).toContain('from 0 to 43200');
});

test('every ringing is named by its country', () => {
  const labels = ringtone.meta()?.labels ?? {};
  expect(ringtone.unwrap().options.filter((country) => !labels[country])).toEqual([]);
  expect(refusal(ringtone, 'us-old')).toBeUndefined();
  expect(refusal(ringtone, 'USA')).toBe('Choose a country from the list, like us.');
});
