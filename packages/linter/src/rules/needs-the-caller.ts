import type { LintContext } from '../context.ts';
import { type NodeFacts, nameOf } from '../node-facts.ts';
import type { Rule } from '../rule.ts';

const HANGUP = 'call.hangup';

export const needsTheCaller: Rule = {
  name: 'needs-the-caller',
  title: 'A step after the end of the call',
  help: 'Once the caller has hung up nobody hears a word or presses a key: steps that speak are passed over, and one that asks ends the path.',
  check: (context) => {
    const { nodes } = context;
    const afterwards = context.reachedFrom(nodes.filter((facts) => beginsAfterwards(context, facts)));
    const during = context.reachedFrom(nodes.filter((facts) => beginsDuring(context, facts)));
    return nodes
      .filter((facts) => afterwards.has(facts) && !during.has(facts) && isForCallers(facts))
      .map((facts) => ({
        severity: 'warning',
        node: facts.id,
        path: ['type'],
        message: `${nameOf(facts)} comes after the end of the call, when nobody is there any more: it is left out.`,
        cure: 'Lead the line to a step that needs no caller, such as a request or a text message.',
      }));
  },
};

function beginsAfterwards({ handlers }: LintContext, { id, definition }: NodeFacts): boolean {
  const isNamed = handlers.some(({ outcome, target }) => outcome === 'hangup' && target === id);
  return isNamed || definition?.eventTypes?.includes(HANGUP) === true;
}

function beginsDuring({ handlers }: LintContext, { id, definition }: NodeFacts): boolean {
  const isNamed = handlers.some(({ outcome, target }) => outcome !== 'hangup' && target === id);
  const listens = definition?.role === 'listener' && definition.eventTypes?.includes(HANGUP) !== true;
  return isNamed || listens || definition?.role === 'entry';
}

function isForCallers({ definition }: NodeFacts): boolean {
  return definition?.role === 'step' && definition.outlivesCall !== true;
}
