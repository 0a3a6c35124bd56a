import { callFields } from '@gatherline/flow';
import { expect, test } from 'vitest';
import { flowOf, play, rung } from './testing/moments.ts';

test('templates read of a call what the linter says that they may', () => {
  const flow = flowOf({
    incoming: { type: 'start', exits: { incoming: 'hello' } },
    hello: { type: 'speak', params: { payload: '{{ call | json }}' } },
  });
  const spoken = play(flow, rung).commands.at(-1)?.body.payload;
  expect(Object.keys(JSON.parse(typeof spoken === 'string' ? spoken : '')).toSorted()).toEqual(
    [...callFields].toSorted(),
  );
});
