import type { LintContext } from '../context.ts';
import { type NodeFacts, nameOf } from '../node-facts.ts';
import { type Read, readsOfText } from '../reads.ts';
import type { Finding, Rule } from '../rule.ts';

export const unknownResource: Rule = {
  name: 'unknown-resource',
  title: 'A detail that is not there, or not for this',
  help: 'A text names a detail that the flow does not declare, so callers hear a gap; or a secret stands where it would be said or shown.',
  check: (context) => [
    ...context.nodes.flatMap((facts) => [...fromTexts(facts, context), ...fromNames(facts, context)]),
    ...readsOfText(context.flow.settings.apology ?? '', ['settings', 'apology']).flatMap((read) =>
      complaintAbout(read, { context, who: 'The apology', mayName: false }),
    ),
  ],
};

function fromTexts(facts: NodeFacts, context: LintContext): readonly Finding[] {
  return facts.reads.flatMap((read) => {
    const place = { context, who: nameOf(facts), mayName: mayNameSecrets(facts, read) };
    return complaintAbout(read, place).map((finding) => ({ ...finding, node: facts.id }));
  });
}

/** In a request to a server, but not in the words that callers hear meanwhile. */
function mayNameSecrets({ definition, spoken }: NodeFacts, { at }: Read): boolean {
  const isSpoken = spoken.some((text) => text.at.every((step, index) => at[index] === step));
  return definition?.takesSecrets === true && !isSpoken;
}

interface Place {
  readonly context: LintContext;
  readonly who: string;
  readonly mayName: boolean;
}

function complaintAbout(
  { value: [root, name], at }: Read,
  { context, who, mayName }: Place,
): readonly Finding[] {
  if (root !== 'resources' || typeof name !== 'string') return [];
  const type = context.flow.resources[name]?.type;
  if (type === undefined) {
    return [
      {
        severity: 'error',
        path: at,
        message: `${who} reads the detail “${name}”, which the flow does not declare: there is nothing in its place.`,
        cure: 'Add it to the details of the flow, or check the spelling.',
      },
    ];
  }
  if (type !== 'secret' || mayName) return [];
  return [
    {
      severity: 'error',
      path: at,
      message: `${who} uses the secret ${name}, which only goes out in a request to a server: here nothing meaningful would be heard or kept.`,
      cure: 'Take it out, or keep the value as a text if everybody may know it.',
    },
  ];
}

/** A node may name a resource by itself, without a template. */
function fromNames(facts: NodeFacts, { flow }: LintContext): readonly Finding[] {
  const named = facts.definition?.resources?.(facts.node.params) ?? [];
  return named.flatMap(({ name, type, path }) => {
    const declared = flow.resources[name]?.type;
    if (declared === type) return [];
    const state = declared === undefined ? 'which the flow does not declare' : `which is a ${declared}`;
    return [
      {
        severity: 'error',
        node: facts.id,
        path: ['params', ...path],
        message: `${nameOf(facts)} takes its ${type} from ${name}, ${state}: it does not find any.`,
        cure: `Add ${name} to the details of the flow, of the kind ${type}.`,
      },
    ];
  });
}
