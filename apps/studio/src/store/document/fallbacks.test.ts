import { describe, expect, it } from 'vitest';
import { fallbackInWords } from './fallbacks.ts';
import { nodeView } from '../view/node-view.ts';
import { clinic, read } from '../testing/harness.ts';

function words(flow: typeof clinic, node: string, exitId: string) {
  const record = flow.nodes[node];
  const exit = record && nodeView(record).exits.find(({ id }) => id === exitId);
  if (exit === undefined) throw new Error(`There is no exit ${exitId} of ${node}.`);
  return fallbackInWords(flow, node, exit);
}

describe('an exit without a wire, in words', () => {
  it('names the step that takes over, and leads there', () => {
    const flow = read({ ...structuredClone(clinic), settings: { handlers: { error: 'book' } } });
    expect(words(flow, 'menu', 'error')).toEqual({
      short: '→ Say something',
      sentence: 'goes to “Say something”, as set under Otherwise.',
      target: 'book',
    });
  });

  it('says when the call ends', () => {
    expect(words(clinic, 'menu', '2')).toMatchObject({ short: '→ apology, hangs up', target: null });
  });

  it('names the exit whose way it goes', () => {
    const flow = read({
      ...structuredClone(clinic),
      nodes: {
        ...structuredClone(clinic.nodes),
        hours: { type: 'business_hours', exits: { closed: 'goodbye' } },
      },
    });
    expect(words(flow, 'hours', 'holiday')).toMatchObject({ short: 'as Closed', target: 'goodbye' });
  });

  it('stays the same object while the flow is the same', () => {
    expect(words(clinic, 'menu', '2')).toBe(words(clinic, 'menu', '2'));
  });
});
