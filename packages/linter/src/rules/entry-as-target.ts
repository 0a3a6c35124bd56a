import { nameOf } from '../node-facts.ts';
import type { LintContext } from '../context.ts';
import type { Finding, Rule } from '../rule.ts';

export const entryAsTarget: Rule = {
  name: 'entry-as-target',
  title: 'A line back to the start',
  help: 'A call begins once. To let callers begin again, lead them to the first step after the start.',
  check: (context) => [...fromNodes(context), ...fromHandlers(context)],
};

const cure = 'Lead to the step after the start instead.';

function isEntry({ find }: LintContext, id: string): boolean {
  return find(id)?.definition?.role === 'entry';
}

function fromNodes(context: LintContext): readonly Finding[] {
  return context.nodes.flatMap((facts) =>
    Object.entries(facts.node.exits)
      .filter(([, target]) => isEntry(context, target))
      .map(([exit, target]) => ({
        severity: 'error',
        node: facts.id,
        path: ['exits', exit],
        message: `“${exit}” of ${nameOf(facts)} leads back to the start “${target}”, where a call can only begin: callers hear an apology and the call ends.`,
        cure,
      })),
  );
}

function fromHandlers(context: LintContext): readonly Finding[] {
  return context.handlers
    .filter(({ target }) => isEntry(context, target))
    .map(({ outcome, target }) => ({
      severity: 'error',
      path: ['settings', 'handlers', outcome],
      message: `The step chosen for “${outcome}” is the start “${target}”, where a call can only begin: callers hear an apology and the call ends.`,
      cure,
    }));
}
