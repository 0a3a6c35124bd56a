import type { LintContext } from '../context.ts';
import { type NodeFacts, nameOf } from '../node-facts.ts';
import type { Rule } from '../rule.ts';

export const alongsideWaits: Rule = {
  name: 'alongside-waits',
  title: 'A step that waits beside the call',
  help: 'What runs beside the call may not wait for anything: a step that speaks, asks or waits is not carried out there.',
  check: (context) =>
    context.nodes.filter(runsAlongside).flatMap((listener) =>
      waitingAfter(context, listener).map((facts) => ({
        severity: 'error',
        node: facts.id,
        path: ['type'],
        message: `${nameOf(facts)} takes its time, but ${nameOf(listener)} leads there beside the call: it is not carried out, nor what comes after it.`,
        cure: 'Let the listener take the call over, or lead it to steps that are done at once.',
      })),
    ),
};

function runsAlongside({ definition, node }: NodeFacts): boolean {
  return definition?.role === 'listener' && node.params.mode === 'alongside';
}

/** The first steps on each way that can't be done at once; what comes after them is never met. */
function waitingAfter({ find }: LintContext, listener: NodeFacts): readonly NodeFacts[] {
  const met = new Set([listener]);
  const waiting = new Set<NodeFacts>();
  // A set hands out what is added while it is walked.
  for (const { node } of met) {
    for (const facts of Object.values(node.exits).map(find)) {
      if (facts?.definition === undefined) continue;
      if (isDoneAtOnce(facts)) met.add(facts);
      else waiting.add(facts);
    }
  }
  return [...waiting];
}

function isDoneAtOnce({ definition, node }: NodeFacts): boolean {
  return definition?.role === 'listener' || definition?.isInstant?.(node.params) === true;
}
