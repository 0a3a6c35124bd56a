import { type Flow, parseFlow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { changesBetween, hasChanges } from './flow-changes.ts';

function flowOf(parts: Record<string, unknown> = {}): Flow {
  const reading = parseFlow({
    format: 'gatherline/flow@1',
    id: 'clinic',
    name: 'Clinic',
    settings: {},
    variables: {},
    nodes: {
      incoming: { type: 'start', exits: { incoming: 'hello' } },
      hello: {
        type: 'speak',
        label: 'Greeting',
        params: { payload: 'Hello', voice: 'male' },
        exits: { done: 'bye' },
      },
      bye: { type: 'hangup' },
    },
    layout: { hello: [0, 0] },
    ...parts,
  });
  if (!reading.ok) throw new Error(reading.problems[0]?.message);
  return reading.flow;
}

describe('what differs between two states of a flow', () => {
  const before = flowOf();

  it('is nothing when only places differ', () => {
    expect(hasChanges(changesBetween(before, flowOf({ layout: { hello: [40, 20] } })))).toBe(false);
  });

  it('names what was added, removed and changed, and which fields', () => {
    const { bye: _bye, ...kept } = before.nodes;
    const changed = flowOf({
      name: 'Clinic at night',
      variables: { urgent: true },
      nodes: {
        ...kept,
        hello: { type: 'speak', label: 'Welcome', params: { payload: 'Good night', voice: 'male' } },
        leave: { type: 'hangup', label: 'The end' },
      },
    });
    expect(changesBetween(before, changed)).toEqual({
      added: ['The end'],
      removed: ['Hang up'],
      changed: [{ name: 'Welcome', what: ['name', expect.any(String), 'where it leads'] }],
      flow: ['name', 'variables'],
    });
  });
});
