import { describe, expect, test } from 'vitest';
import { bridge } from './bridge.ts';

const complaintsAt = (params: Parameters<typeof bridge.exits>[0]) =>
  bridge.lint?.(params).map(({ severity, path }) => `${severity} at ${path.join('.')}`);

describe('connecting two calls', () => {
  test('with a line, a call or a video room is fine', () => {
    expect(complaintsAt({ queue: 'support' })).toEqual([]);
    expect(complaintsAt({ call_control_id: '{{ vars.agent_call }}' })).toEqual([]);
    expect(complaintsAt({ video_room_id: '0ccc7b54-4df3-4bca-a65a-3da1ecc777f0' })).toEqual([]);
  });

  test('with nobody is an error', () => {
    expect(complaintsAt({ play_ringtone: true })).toEqual(['error at queue']);
  });

  test('warns when the caller would be kept on a line of which nobody hears any more', () => {
    expect(complaintsAt({ queue: 'support', park_after_unbridge: 'self' })).toEqual([
      'warning at park_after_unbridge',
    ]);
    expect(complaintsAt({ queue: 'support', hold_after_unbridge: false })).toEqual([]);
  });
});
