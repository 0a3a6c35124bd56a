import type { LintContext } from '../context.ts';
import { type NodeFacts, nameOf } from '../node-facts.ts';
import type { Read } from '../reads.ts';
import type { Rule } from '../rule.ts';

export const uncheckedAnswer: Rule = {
  name: 'unchecked-answer',
  title: 'An answer nobody looks at',
  help: 'A server may say no with a status that means yes, or send a sign-in page in place of an answer. A flow that goes on then says words with gaps in them, or lets in whom it should not.',
  check: (context) =>
    context.nodes.flatMap((facts) => {
      const field = fieldReadAfter(facts, context);
      if (field === undefined) return [];
      return [
        {
          severity: 'warning',
          node: facts.id,
          path: ['params', 'expects'],
          message: `Later steps read ${field} of the answer of ${nameOf(facts)}, and nothing makes sure that the answer has it.`,
          cure: `Name ${field} in “The answer must have”, and say at “Not as expected” how the call goes on.`,
        },
      ];
    }),
};

/** The first field of an unchecked answer that a step reads after it came, such as `customer.id`. */
function fieldReadAfter(facts: NodeFacts, context: LintContext): string | undefined {
  const output = facts.definition?.uncheckedOutput?.(facts.node.params) ?? null;
  const [first] = facts.exits;
  if (output === null || first === undefined) return undefined;
  const next = context.find(context.targetOf(facts, first) ?? '');
  const later = next === undefined ? [] : [...context.reachedFrom([next])];
  return later
    .flatMap(({ reads }) => reads)
    .filter(({ value: [root, id, name] }) => root === 'nodes' && id === facts.id && name === output)
    .map(fieldOf)
    .find((field) => field !== '');
}

/** Members that every text and list has are no fields of the answer. */
const ofLiquid: readonly unknown[] = ['size', 'first', 'last'];

function fieldOf({ value: [, , , ...path] }: Read): string {
  const end = ofLiquid.includes(path.at(-1)) ? -1 : path.length;
  const steps = path.slice(0, end).map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
  return steps.join('').replace(/^\./, '');
}
