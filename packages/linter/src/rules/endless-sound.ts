import type { LintContext } from '../context.ts';
import { type NodeFacts, nameOf } from '../node-facts.ts';
import type { Rule } from '../rule.ts';

export const endlessSound: Rule = {
  name: 'endless-sound',
  title: 'Words behind a sound without end',
  help: 'What is said or played waits until the sound before it is over. Behind one that repeats for ever it is never heard, and the call ends with an apology.',
  check: (context) =>
    context.nodes.flatMap((music) => {
      const unheard = soundingOf(music) === 'endless' ? firstBehind(context, music) : undefined;
      if (unheard === undefined) return [];
      return [
        {
          severity: 'error',
          node: music.id,
          path: ['params', 'loop'],
          message: `${nameOf(music)} goes on for ever, so that nobody ever hears ${nameOf(unheard)}.`,
          cure: 'Stop the sound before the words, or let it play a few times only.',
        },
      ];
    }),
};

/** The first step that would be heard, on any way that does not make silence before. */
function firstBehind(context: LintContext, music: NodeFacts): NodeFacts | undefined {
  const seen = new Set<NodeFacts>(followersOf(context, music));
  for (const facts of seen) {
    const sounding = soundingOf(facts);
    if (sounding === 'waits') return facts;
    if (sounding === undefined) for (const next of followersOf(context, facts)) seen.add(next);
  }
  return undefined;
}

function followersOf({ find }: LintContext, { node }: NodeFacts): readonly NodeFacts[] {
  return Object.values(node.exits).flatMap((id) => find(id) ?? []);
}

function soundingOf({ definition, node }: NodeFacts) {
  return definition?.sounding?.(node.params);
}
