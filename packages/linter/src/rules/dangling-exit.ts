import type { Exit } from '@gatherline/flow';
import { type NodeFacts, nameOf } from '../node-facts.ts';
import type { Rule } from '../rule.ts';

export const danglingExit: Rule = {
  name: 'dangling-exit',
  title: 'A way that leads nowhere',
  help: 'A main exit without a line means that callers who take it hear an apology and the call ends.',
  check: ({ nodes, fallbackOf }) =>
    nodes.filter(isStep).flatMap((facts) =>
      facts.exits
        .filter((exit) => !isForOtherCalls(facts, exit))
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

/** A flow that is drawn for calls of one direction alone needs no way on for those of the other. */
function isForOtherCalls({ exits, node }: NodeFacts, { direction }: Exit): boolean {
  if (direction === undefined) return false;
  const drawn = new Set(exits.filter(({ id }) => node.exits[id] !== undefined).map((exit) => exit.direction));
  return drawn.size > 0 && !drawn.has(direction);
}

/** Of a listener that leads nowhere another rule speaks. */
function isStep({ definition }: NodeFacts): boolean {
  return definition?.role !== 'listener';
}
