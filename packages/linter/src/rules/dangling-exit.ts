import { type NodeFacts, nameOf } from '../node-facts.ts';
import type { Rule } from '../rule.ts';

export const danglingExit: Rule = {
  name: 'dangling-exit',
  title: 'A way that leads nowhere',
  help: 'A main exit without a line means that callers who take it hear an apology and the call ends.',
  check: ({ nodes, fallbackOf }) =>
    nodes.filter(isStep).flatMap((facts) =>
      facts.exits
        .filter((exit) => exit.kind === 'main' && fallbackOf(facts, exit)?.kind === 'apology')
        .map((exit) => ({
          severity: 'warning',
          node: facts.id,
          path: ['exits', exit.id],
          message: `Nothing follows “${exit.label}” of ${nameOf(facts)}: callers who get there hear an apology and the call ends.`,
          cure: 'Draw a line from it to the step that comes next.',
        })),
    ),
};

/** Of a listener that leads nowhere another rule speaks. */
function isStep({ definition }: NodeFacts): boolean {
  return definition?.role !== 'listener';
}
