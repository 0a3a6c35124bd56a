import { nameOf } from '../node-facts.ts';
import type { Rule } from '../rule.ts';

export const unreachableNode: Rule = {
  name: 'unreachable-node',
  title: 'Nothing leads here',
  help: 'No caller ever gets to a step that no line leads to. It is often left over, or its line was lost.',
  check: ({ nodes, entries, reachable }) =>
    entries.length === 0
      ? []
      : nodes
          .filter(({ id, definition }) => definition !== undefined && !reachable.has(id))
          .map((facts) => ({
            severity: 'warning',
            node: facts.id,
            path: [],
            message: `Nothing leads to ${nameOf(facts)}: no caller ever gets there.`,
            cure: 'Draw a line to it from the step before, or delete it.',
          })),
};
