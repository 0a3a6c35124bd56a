import { expect, it } from 'vitest';
import { storedCalls } from '../stored-calls/read.ts';
import { runnable } from '../stored-calls/record.ts';
import { resumeCall, transition } from './index.ts';

/** Nearly as much as one text may ask for. */
const HEAVY = '{% for i in (1..40000) %}{% endfor %}';

it('gives all templates that one event sets off a bound together, so that a circle of heavy ones ends', () => {
  const speaking = storedCalls().find(({ name }) => name === 'speak');
  if (speaking === undefined) throw new Error('There is no stored call speak.');
  const circle = (next: string) => ({
    type: 'set_variables',
    params: { variables: [{ name: 'x', value: HEAVY }] },
    exits: { done: next, error: 'bye' },
  });
  const nodes = {
    begin: { type: 'start', exits: { incoming: 'step' } },
    step: { type: 'speak', params: { payload: 'Hello.' }, exits: { done: 'one' } },
    one: circle('other'),
    other: circle('one'),
    bye: { type: 'hangup' },
  };
  const flow = runnable({ ...speaking.flow, nodes });
  const [ended] = speaking.next;
  if (ended === undefined) throw new Error('Nothing follows.');
  const { trace, commands } = transition(flow, resumeCall(speaking.call), ended.event, Date.parse(ended.at));
  const left = trace.filter(({ kind }) => kind === 'left');
  expect(left.length).toBeGreaterThan(3);
  expect(left.length).toBeLessThan(20);
  expect(left.at(-1)).toMatchObject({ exit: 'error', why: expect.stringContaining('more work'), to: 'bye' });
  expect(commands).toMatchObject([{ action: 'hangup' }]);
});
