import { nameOf } from '../node-facts.ts';
import type { Rule } from '../rule.ts';

export const listenerWithoutPath: Rule = {
  name: 'listener-without-path',
  title: 'A listener that leads nowhere',
  help: 'A listener hears something and nothing follows. One that takes the call over leaves callers with an apology.',
  check: ({ nodes, fallbackOf }) =>
    nodes
      .filter(({ definition }) => definition?.role === 'listener')
      .flatMap((facts) =>
        facts.exits.flatMap((exit) => {
          const fall = fallbackOf(facts, exit);
          if (fall === undefined || 'node' in fall) return [];
          const effect =
            fall.kind === 'nothing' ? 'nothing is done' : 'callers hear an apology and the call ends';
          return [
            {
              severity: 'warning',
              node: facts.id,
              path: ['exits', exit.id],
              message: `Nothing follows ${nameOf(facts)}: when that happens, ${effect}.`,
              cure: 'Draw a line from it to what shall be done then, or delete it.',
            },
          ];
        }),
      ),
};
