import type { Rule } from '../rule.ts';

export const handlerToNowhere: Rule = {
  name: 'handler-to-nowhere',
  title: 'A stand-in step that is gone',
  help: 'The settings of the flow send callers to a step that does not exist when an exit has no line of its own.',
  check: ({ handlers, find }) =>
    handlers
      .filter(({ target }) => find(target) === undefined)
      .map(({ outcome, target }) => ({
        severity: 'error',
        path: ['settings', 'handlers', outcome],
        message: `The step chosen for “${outcome}”, “${target}”, does not exist: callers hear an apology and the call ends.`,
        cure: 'Choose an existing step in the settings of the flow, or clear the field.',
      })),
};
