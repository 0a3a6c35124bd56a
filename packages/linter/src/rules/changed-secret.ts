import { changedSecret, texts } from '@gatherline/flow';
import type { LintContext } from '../context.ts';
import { type NodeFacts, nameOf } from '../node-facts.ts';
import type { Finding, Rule } from '../rule.ts';

export const changedSecretRule: Rule = {
  name: 'changed-secret',
  title: 'A secret that a filter changes',
  help: 'A secret is filled in only when a request goes out, so a filter never gets hold of it: the step would leave by its error exit in each call.',
  check: (context) => context.nodes.flatMap((facts) => changedIn(facts, context)),
};

function changedIn(facts: NodeFacts, { flow }: LintContext): readonly Finding[] {
  const secrets = Object.entries(flow.resources).flatMap(([name, { type }]) =>
    type === 'secret' ? [name] : [],
  );
  return [...texts(facts.node.params, ['params'])].flatMap(([path, text]): readonly Finding[] => {
    const name = changedSecret(text, {}, secrets);
    if (name === null) return [];
    return [
      {
        severity: 'error',
        node: facts.id,
        path,
        message: `${nameOf(facts)} changes the secret ${name} with a filter, which gets a mark in its place: no request would be sent.`,
        cure: `Write it alone, as {{ resources.${name} }}, and bind the secret in the form in which the server wants it.`,
      },
    ];
  });
}
