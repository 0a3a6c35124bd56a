import type { LintContext } from '../context.ts';
import { type NodeFacts, nameOf } from '../node-facts.ts';
import type { Rule } from '../rule.ts';

/** Steps looked at for one flow: where lines run in every direction, nothing is known before the call. */
const MOST_STEPS = 500_000;

export const valueTooEarly: Rule = {
  name: 'value-too-early',
  title: 'A value that is read too early',
  help: 'A text or condition reads what a step finds out, and no way leads from that step to it. Callers hear a gap in its place, and servers get an empty value.',
  check: (context) => {
    const comesBefore = createOrder(context);
    return context.nodes.flatMap((reader) =>
      sourcesOf(reader, context)
        .filter(({ source }) => !comesBefore(source, reader))
        .map(({ source, value, at }) => ({
          severity: 'warning',
          node: reader.id,
          path: at,
          message: `${nameOf(reader)} reads ${value.join('.')}, but ${nameOf(source)} never comes before it: there is nothing in its place.`,
          cure: 'Read a value of an earlier step, or lead the call through that step first.',
        })),
    );
  },
};

/** The other steps of which a step reads something. */
function sourcesOf({ id, reads }: NodeFacts, { find, reachable }: LintContext) {
  if (!reachable.has(id)) return [];
  return reads.flatMap((read) => {
    const [root, name] = read.value;
    const source = root === 'nodes' && typeof name === 'string' && name !== id ? find(name) : undefined;
    return source === undefined ? [] : [{ ...read, source }];
  });
}

/** Whether a call may have been at one step when it comes to another. What happens beside the path may come at any time. */
function createOrder({ apart, followersOf }: LintContext): (first: NodeFacts, then: NodeFacts) => boolean {
  const after = new Map<NodeFacts, ReadonlySet<NodeFacts>>();
  let steps = 0;
  const reachedFrom = (roots: readonly NodeFacts[]): ReadonlySet<NodeFacts> => {
    const reached = new Set(roots);
    // A set hands out what is added while it is walked.
    for (const facts of reached) for (const follower of followersOf(facts)) reached.add(follower);
    steps += reached.size;
    return reached;
  };
  const anyTime = reachedFrom(apart);
  return (first, then) => {
    if (anyTime.has(first) || anyTime.has(then) || steps > MOST_STEPS) return true;
    const known = after.get(first) ?? reachedFrom(followersOf(first));
    after.set(first, known);
    return known.has(then);
  };
}
