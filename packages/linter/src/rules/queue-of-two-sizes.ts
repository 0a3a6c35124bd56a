import { nameOf } from '../node-facts.ts';
import type { Rule } from '../rule.ts';

export const queueOfTwoSizes: Rule = {
  name: 'queue-of-two-sizes',
  title: 'One line of two sizes',
  help: 'A line of callers has the size with which the first of them made it. A step that gives another size to the same line changes nothing.',
  check: ({ nodes }) => {
    const queues = nodes.flatMap((facts) => {
      const queue = facts.definition?.queue?.(facts.node.params);
      return queue == null ? [] : [{ facts, ...queue }];
    });
    return queues.flatMap(({ facts, name, size }, index) => {
      const first = queues.slice(0, index).find((earlier) => earlier.name === name);
      if (first === undefined || first.size === size) return [];
      return [
        {
          severity: 'warning',
          node: facts.id,
          path: ['params', 'max_size'],
          message: `${nameOf(facts)} takes ${size} callers into the line ${name}, ${nameOf(first.facts)} takes ${first.size}: whichever comes first in a day decides for both.`,
          cure: 'Give both the same size, or the lines two names.',
        },
      ];
    });
  },
};
