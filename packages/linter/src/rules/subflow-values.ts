import type { LintContext } from '../context.ts';
import { type NodeFacts, nameOf } from '../node-facts.ts';
import type { Finding, Rule } from '../rule.ts';

interface Giver {
  readonly facts: NodeFacts;
  readonly names: readonly string[];
}

export const subflowValues: Rule = {
  name: 'subflow-values',
  title: 'Values that do not come back',
  help: 'A flow says which values it gives back to the flow that entered it. Any other stays inside, and one that is never given is empty.',
  check: (context) => {
    const givers = context.nodes.flatMap((facts): Giver[] => {
      const names = facts.definition?.gives?.(facts.node.params);
      return names === undefined ? [] : [{ facts, names }];
    });
    return [...givers.flatMap((giver) => undeclared(giver, context)), ...neverGiven(givers, context)];
  },
};

function undeclared({ facts, names }: Giver, { flow }: LintContext): readonly Finding[] {
  const declared = Object.keys(flow.outputs);
  return names
    .filter((name) => !declared.includes(name))
    .map((name) => ({
      severity: declared.length === 0 ? 'warning' : 'error',
      node: facts.id,
      path: ['params', 'values'],
      message:
        declared.length === 0
          ? `${nameOf(facts)} gives ${name} back, but the flow does not say what it gives: other flows can't be offered it.`
          : `${nameOf(facts)} gives ${name} back, which is not among what the flow gives: it stays inside.`,
      cure: `Add ${name} to what the flow gives back, in its settings, or check the spelling.`,
    }));
}

function neverGiven(givers: readonly Giver[], { flow }: LintContext): readonly Finding[] {
  const given = new Set(givers.flatMap(({ names }) => names));
  return Object.keys(flow.outputs)
    .filter((name) => !given.has(name))
    .map((name) => ({
      severity: 'warning',
      path: ['outputs', name],
      message: `The flow says that it gives ${name} back, but no step does: the other flow gets nothing.`,
      cure: 'Give it back where the flow returns, or take it out of what the flow gives.',
    }));
}
