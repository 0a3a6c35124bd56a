import type { Rule } from '../rule.ts';

export const missingStart: Rule = {
  name: 'missing-start',
  title: 'No start',
  help: 'A call begins at the start step. Without one, callers hear an apology at once.',
  check: ({ entries }) =>
    entries.length > 0
      ? []
      : [
          {
            severity: 'error',
            message: 'The flow has no start: a call has nowhere to begin.',
            cure: 'Add a start step and draw a line from it to the first thing callers hear.',
            path: ['nodes'],
          },
        ],
};
