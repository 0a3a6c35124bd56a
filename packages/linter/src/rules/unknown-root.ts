import { callFields, isRoot, rootsInWords } from '@gatherline/flow';
import { nameOf } from '../node-facts.ts';
import { type Read, readsOfText } from '../reads.ts';
import type { Finding, Rule } from '../rule.ts';

export const unknownRoot: Rule = {
  name: 'unknown-root',
  title: 'A value that no call has',
  help: 'A text reads something that Gatherline does not know, such as a name from another product. Callers hear a gap in its place.',
  check: ({ flow, nodes }) => [
    ...nodes.flatMap((facts) =>
      facts.reads.flatMap((read) => {
        const finding = complaintAbout(read, nameOf(facts));
        return finding === undefined ? [] : [{ ...finding, node: facts.id }];
      }),
    ),
    ...readsOfText(flow.settings.apology ?? '', ['settings', 'apology']).flatMap(
      (read) => complaintAbout(read, 'The apology') ?? [],
    ),
  ],
};

function complaintAbout({ value: [root, name], at }: Read, who: string): Finding | undefined {
  if (typeof root !== 'string') return undefined;
  if (!isRoot(root))
    return {
      severity: 'error',
      path: at,
      message: `${who} reads ${root}, which no call has: there is nothing in its place.`,
      cure: root in elsewhere ? `Here it is ${elsewhere[root]}.` : `Read one of ${rootsInWords}.`,
    };
  if (root !== 'call' || typeof name !== 'string' || callFields.some((field) => field === name))
    return undefined;
  return {
    severity: 'error',
    path: at,
    message: `${who} reads call.${name}, which is not known of a call: there is nothing in its place.`,
    cure: `Read one of: ${callFields.map((field) => `call.${field}`).join(', ')}.`,
  };
}

/** What the values of other products are called here. */
const elsewhere: Readonly<Record<string, string>> = {
  trigger: 'call.from and call.to',
  widgets: 'nodes.… with the name of the step',
  contact: 'call.from',
  flow: 'vars.…',
  variables: 'vars.…',
  steps: 'nodes.…',
};
