import { nameOf } from '../node-facts.ts';
import type { Rule } from '../rule.ts';

export const exitToNowhere: Rule = {
  name: 'exit-to-nowhere',
  title: 'A line to a step that is gone',
  help: 'The file names a step that does not exist. Callers sent there hear an apology and the call ends.',
  check: ({ nodes, find }) =>
    nodes.flatMap((facts) =>
      Object.entries(facts.node.exits)
        .filter(([, target]) => find(target) === undefined)
        .map(([exit, target]) => ({
          severity: 'error',
          node: facts.id,
          path: ['exits', exit],
          message: `“${exit}” of ${nameOf(facts)} leads to “${target}”, which does not exist: callers hear an apology and the call ends.`,
          cure: 'Draw the line to an existing step, or remove it.',
        })),
    ),
};
