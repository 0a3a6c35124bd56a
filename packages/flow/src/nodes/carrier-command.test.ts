import { describe, expect, test } from 'vitest';
import { nodeProblems } from '../parameters.ts';

const problemsOf = (params: Parameters<typeof nodeProblems>[1]['params']) =>
  nodeProblems('stream', { type: 'carrier_command', params, exits: {} }).map(
    ({ severity, path = [], message }) => `${severity} at ${path.join('.')}: ${message}`,
  );

describe('a command to the carrier', () => {
  test('with all that the carrier wants is fine', () => {
    const body = { stream_url: 'wss://example.com/{{ call.from }}', stream_track: 'both_tracks' };
    expect(problemsOf({ action: 'streaming_start', params: body })).toEqual([]);
  });

  test('that the carrier would refuse is an error at the field to mend', () => {
    expect(problemsOf({ action: 'streaming_start', params: { stream_track: 'left' } })).toMatchObject([
      expect.stringMatching(/^error at params\.params\.stream_track: /),
    ]);
  });

  test('that does not exist names those it may be', () => {
    expect(problemsOf({ action: 'stream_start' })).toMatchObject([
      expect.stringMatching(/^error at params\.action: .*Did you mean .*streaming_start/),
    ]);
  });

  test('that has a step of its own says so, and which', () => {
    expect(problemsOf({ action: 'gather_stop' })).toMatchObject([
      expect.stringMatching(/^warning at params\.action: There is a step of its own for gather_stop/),
    ]);
  });

  test('may not set what finds its events their way home', () => {
    expect(problemsOf({ action: 'streaming_stop', params: { client_state: 'aGVsbG8=' } })).toMatchObject([
      expect.stringMatching(/^warning at params\.params\.client_state: /),
    ]);
  });

  test('with a template that can not be read is an error there', () => {
    expect(problemsOf({ action: 'streaming_start', params: { stream_url: '{{ call.from' } })).toMatchObject([
      expect.stringMatching(/^error at params\.params\.stream_url: The template can't be read/),
    ]);
  });
});
