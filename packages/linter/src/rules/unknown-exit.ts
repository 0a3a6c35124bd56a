import { nameOf } from '../node-facts.ts';
import type { Rule } from '../rule.ts';

export const unknownExit: Rule = {
  name: 'unknown-exit',
  title: 'A line from an exit that is gone',
  help: 'A line begins at an exit the step does not have, often a choice that was removed. No caller can take it.',
  check: ({ nodes }) =>
    nodes
      .filter(({ definition }) => definition !== undefined)
      .flatMap((facts) =>
        Object.keys(facts.node.exits)
          .filter((exit) => !facts.exits.some(({ id }) => id === exit))
          .map((exit) => ({
            severity: 'error',
            node: facts.id,
            path: ['exits', exit],
            message: `${nameOf(facts)} has no exit “${exit}”: no caller can take the line that begins there.`,
            cure: 'Remove the line, or bring back the choice it belonged to.',
          })),
      ),
};
