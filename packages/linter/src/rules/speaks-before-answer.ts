import type { LintContext } from '../context.ts';
import { type NodeFacts, nameOf } from '../node-facts.ts';
import type { Rule } from '../rule.ts';

export const speaksBeforeAnswer: Rule = {
  name: 'speaks-before-answer',
  title: 'A step on a call that still rings',
  help: 'Until the call is answered the carrier refuses nearly everything: the caller hears it ring, then no more.',
  check: (context) =>
    (isEnteredByOthers(context) ? [] : whileItRings(context)).filter(needsAnAnswer).map((facts) => ({
      severity: 'error',
      node: facts.id,
      path: ['type'],
      message: `${nameOf(facts)} comes while the phone still rings: the carrier refuses it, and the caller hears nothing.`,
      cure: 'Put the step Answer before it, or let the start answer the call.',
    })),
};

/** A flow that gives something back, or is given something, is entered by another one, which has answered. */
function isEnteredByOthers({ flow, nodes }: LintContext): boolean {
  const isGiven = Object.keys({ ...flow.inputs, ...flow.outputs }).length > 0;
  return isGiven || nodes.some(({ definition }) => definition?.gives !== undefined);
}

/** Nodes that a call gets to from the start before anything answers it. */
function whileItRings(context: LintContext): readonly NodeFacts[] {
  const ringing = new Set(context.entries);
  // A set hands out what is added while it is walked.
  for (const facts of ringing) {
    const { definition, node } = facts;
    // Another flow may answer it.
    if (definition?.enters?.(node.params) != null) continue;
    for (const exit of facts.exits) {
      const target = context.targetOf(facts, exit);
      const next = target === undefined ? undefined : context.find(target);
      const isAnswered = definition?.answersCall?.(node.params, exit.id) === true;
      // What the carrier refuses is told where it begins.
      if (next !== undefined && !isAnswered && !needsAnAnswer(facts)) ringing.add(next);
    }
  }
  return [...ringing];
}

function needsAnAnswer({ definition }: NodeFacts): boolean {
  if (definition?.role !== 'step' || definition.outlivesCall === true) return false;
  return (
    definition.worksUnanswered !== true && (definition.action !== undefined || definition.waitsForCaller)
  );
}
