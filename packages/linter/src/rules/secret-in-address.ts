import { nameOf } from '../node-facts.ts';
import type { Read } from '../reads.ts';
import type { Rule } from '../rule.ts';

export const secretInAddress: Rule = {
  name: 'secret-in-address',
  title: 'A secret in a web address',
  help: 'Web addresses end up in the logs of servers and of whatever stands between. A secret belongs into the sign-in or a header.',
  check: ({ flow, nodes }) => {
    const isSecret = ({ value: [root, name] }: Read) =>
      root === 'resources' && typeof name === 'string' && flow.resources[name]?.type === 'secret';
    return nodes
      .filter(({ definition }) => definition?.takesSecrets === true)
      .flatMap((facts) =>
        facts.reads
          .filter((read) => isSecret(read) && isPartOfAddress(facts.node.params.url, read))
          .map((read) => ({
            severity: 'warning',
            node: facts.id,
            path: read.at,
            message: `${nameOf(facts)} puts the secret ${String(read.value[1])} into the address, which servers keep in their logs.`,
            cure: 'Send it in “Sign in” or in a header, if the server allows that.',
          })),
      );
  },
};

/** A whole address may be a secret: that is how some servers know who asks. */
function isPartOfAddress(url: unknown, { at }: Read): boolean {
  return at[1] === 'url' && typeof url === 'string' && !/^\s*\{\{[^{}]*\}\}\s*$/.test(url);
}
