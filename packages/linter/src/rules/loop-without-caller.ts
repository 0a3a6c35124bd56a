import { circlesIn } from '../circles.ts';
import type { LintContext } from '../context.ts';
import { type NodeFacts, nameOf } from '../node-facts.ts';
import type { Finding, Rule } from '../rule.ts';

export const loopWithoutCaller: Rule = {
  name: 'loop-without-caller',
  title: 'The call runs in circles',
  help: 'Steps that lead to each other without ever waiting for the caller run until the call is cut off.',
  check: (context) => {
    const deaf = context.nodes.filter(({ definition }) => definition?.waitsForCaller === false);
    const followers = new Map(deaf.map(({ id, node }) => [id, Object.values(node.exits)]));
    return circlesIn(followers).map((circle) => toFinding(context, circle));
  },
};

function toFinding(context: LintContext, ids: ReadonlySet<string>): Finding {
  const circle = context.nodes.filter(({ id }) => ids.has(id));
  const [first] = circle;
  if (first === undefined) throw new Error('A circle has at least one node.');
  const exit = Object.entries(first.node.exits).find(([, target]) => ids.has(target))?.[0] ?? '';
  const names =
    circle.length > 3 ? `${circle.slice(0, 3).map(nameOf).join(', ')} …` : circle.map(nameOf).join(', ');
  const decides = circle.some((facts) => canLeave(facts, ids));
  return {
    severity: decides ? 'warning' : 'error',
    node: first.id,
    path: ['exits', exit],
    message: decides
      ? `The call goes round through ${names} without waiting for the caller, and it is cut off if the condition never changes.`
      : `The call goes round through ${names} and never waits for the caller: it runs in circles until it is cut off.`,
    cure: 'Put a step that listens to the caller into the circle, or lead the line elsewhere.',
  };
}

/** A node with several main ways on can choose to leave the circle. */
function canLeave({ exits, node }: NodeFacts, circle: ReadonlySet<string>): boolean {
  const main = exits.filter(({ kind }) => kind === 'main');
  return main.length > 1 && main.some(({ id }) => !circle.has(node.exits[id] ?? ''));
}
