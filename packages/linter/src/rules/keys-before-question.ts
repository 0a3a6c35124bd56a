import type { LintContext } from '../context.ts';
import { type NodeFacts, nameOf } from '../node-facts.ts';
import type { Finding, Rule } from '../rule.ts';

export const keysBeforeQuestion: Rule = {
  name: 'keys-before-question',
  title: 'Keys pressed too early are lost',
  help: 'Who knows the question presses while it is still read. A step that only speaks does not listen, so these keys are lost and the caller waits.',
  check: (context) =>
    context.nodes.filter(speaksOnly).flatMap((facts): Finding[] => {
      const exit = facts.exits.find(({ kind }) => kind === 'main');
      const question = exit === undefined ? undefined : followed(context, facts.node.exits[exit.id]);
      if (exit === undefined || question === undefined) return [];
      return [
        {
          severity: 'warning',
          node: facts.id,
          path: ['exits', exit.id],
          message: `Keys that callers press while ${nameOf(facts)} is heard are lost: only ${nameOf(question)} listens.`,
          cure: 'Ask and listen in one step: Ask for keys says the words and takes keys meanwhile.',
        },
      ];
    }),
};

function followed({ find }: LintContext, id: string | undefined): NodeFacts | undefined {
  const next = id === undefined ? undefined : find(id);
  return next?.definition?.isWordlessQuestion === true ? next : undefined;
}

/** It keeps the caller listening, and takes no keys meanwhile. */
function speaksOnly({ definition, node }: NodeFacts): boolean {
  return (
    definition?.category === 'talk' &&
    definition.stop !== undefined &&
    !definition.waitsForCaller &&
    definition.isInstant?.(node.params) !== true
  );
}
