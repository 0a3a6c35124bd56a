import { nodeProblems } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { flowOf, newCall, play, rung } from './testing/moments.ts';

const params = { queue_name: 'support', announcement: 'Please wait.', announce_every_secs: 10 };

describe.each([
  'no date',
  '2026-13-01T18:00:00Z',
  '2026-02-30T18:00:00-05:00',
  '2026-06-01T25:00:00Z',
  '2026-06-01T18:00:00-99:00',
  '2026-06-01T18:00:00',
])('a line that closes at %s', (until) => {
  it('is not published, and the field is named', () => {
    const problems = nodeProblems('line', { type: 'enqueue', params: { ...params, until }, exits: {} });
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: 'error', path: ['params', 'until'] }),
    );
  });

  it.each([until, `{{ ${until}`])('leaves by error when a value of the call says so: %s', (value) => {
    const flow = flowOf({
      incoming: { type: 'start', exits: { incoming: 'line' } },
      line: { type: 'enqueue', params: { ...params, until: '{{ vars.until }}' } },
    });
    const { trace } = play(flow, rung, { ...newCall(flow), variables: { until: value } });
    expect(trace).toContainEqual(expect.objectContaining({ kind: 'left', node: 'line', exit: 'error' }));
  });
});

it('a time without seconds is a time', () => {
  const node = { type: 'enqueue', params: { ...params, until: '2026-06-01T18:00-05:00' }, exits: {} };
  expect(nodeProblems('line', node)).toEqual([]);
});
