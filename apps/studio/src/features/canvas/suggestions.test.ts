import { flowProblems } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { read, setUpHarness } from '../../store/testing/harness.ts';
import { suggestions } from './suggestions.ts';

const fresh = read({
  format: 'gatherline/flow@1',
  id: 'fresh',
  name: 'Fresh',
  nodes: { incoming: { type: 'start' } },
  layout: { incoming: [0, 0] },
});

describe('the beginnings offered to an empty flow', () => {
  it.each(suggestions.map((suggestion) => [suggestion.title, suggestion] as const))(
    'hold: %s',
    (_title, { group }) => {
      const { state } = setUpHarness(fresh);
      const ids = state().insertGroup(group, [360, 0], { node: 'incoming', exit: 'incoming' });
      const { flow } = state();
      expect(ids).toHaveLength(Object.keys(group.nodes).length);
      expect(flow?.nodes.incoming?.exits.incoming).toBe(group.entry);
      const problems = flow === null ? [] : flowProblems(flow);
      // A number to ring is the person's own; everything else is ready to be heard.
      expect(problems.filter(({ path }) => path?.join('.') !== 'params.to')).toEqual([]);
      state().undo();
      expect(state().flow).toEqual(fresh);
    },
  );
});
