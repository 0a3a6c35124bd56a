import type { Exit } from '@gatherline/flow';
import type { LintContext } from '../context.ts';
import { type NodeFacts, nameOf } from '../node-facts.ts';
import type { Rule } from '../rule.ts';

export const noWayToEnd: Rule = {
  name: 'no-way-to-end',
  title: 'The call never ends',
  help: 'From some steps no path hangs up or hands the caller to someone: they go round until they hang up themselves.',
  check: (context) => {
    const ending = nodesThatCanEnd(context);
    const trap = context.nodes.find(
      ({ id, definition }) => definition !== undefined && context.reachable.has(id) && !ending.has(id),
    );
    if (trap === undefined) return [];
    return [
      {
        severity: 'warning',
        node: trap.id,
        path: ['exits'],
        message: `Nothing after ${nameOf(trap)} hangs up or hands the caller to someone: callers must end the call themselves.`,
        cure: 'Lead one of its paths to a step that hangs up.',
      },
    ];
  },
};

/** The nodes from which some path ends the call; a dangling exit counts, since another rule speaks of it. */
function nodesThatCanEnd({ nodes, targetOf, fallbackOf }: LintContext): ReadonlySet<string> {
  const before = new Map<string, string[]>();
  for (const facts of nodes) {
    for (const exit of facts.exits) {
      const target = targetOf(facts, exit);
      if (target !== undefined) before.set(target, [...(before.get(target) ?? []), facts.id]);
    }
  }
  const isEnd = (facts: NodeFacts, exit: Exit) => {
    const fall = fallbackOf(facts, exit)?.kind;
    return fall === 'quiet' || fall === 'nothing' || (fall === 'apology' && exit.kind === 'main');
  };
  const ends = (facts: NodeFacts) =>
    facts.exits.length === 0 || facts.exits.some((exit) => isEnd(facts, exit));
  const ending = new Set(nodes.filter(ends).map(({ id }) => id));
  for (const id of ending) for (const earlier of before.get(id) ?? []) ending.add(earlier);
  return ending;
}
