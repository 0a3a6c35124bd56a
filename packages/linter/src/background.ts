import type { Background } from '@gatherline/flow';
import type { LintContext } from './context.ts';
import type { NodeFacts } from './node-facts.ts';

/** Whether something goes on beside the steps when a node is entered: on every way there, or on some. */
export type Certainty = 'always' | 'perhaps';

/** Answers, for each node that a call gets to, whether something goes on when the node is entered; `undefined`: never. */
export function goesOn(context: LintContext, what: Background): (facts: NodeFacts) => Certainty | undefined {
  const on = entered(context, what, true);
  const off = entered(context, what, false);
  return (facts) => {
    if (!on.has(facts.id)) return undefined;
    return off.has(facts.id) ? 'perhaps' : 'always';
  };
}

/** Nodes that a call may enter while it goes on, or while it does not. */
function entered(context: LintContext, what: Background, isOn: boolean): ReadonlySet<string> {
  const reached = new Set<string>();
  const other = new Set<string>();
  const queue: { readonly id: string; readonly on: boolean }[] = context.nodes
    .filter(({ definition }) => definition?.role !== 'step')
    .map(({ id }) => ({ id, on: false }));
  for (const { id, on } of queue) {
    const seen = on === isOn ? reached : other;
    const facts = context.find(id);
    if (facts === undefined || seen.has(id)) continue;
    seen.add(id);
    queue.push(...after(context, facts, { what, on }));
  }
  return reached;
}

function after(
  context: LintContext,
  facts: NodeFacts,
  { what, on }: { readonly what: Background; readonly on: boolean },
): readonly { readonly id: string; readonly on: boolean }[] {
  const use = facts.definition?.background?.(facts.node.params) ?? {};
  return facts.exits.flatMap((exit) => {
    const id = context.targetOf(facts, exit);
    if (id === undefined) return [];
    const isDone = exit.kind === 'main';
    if (use.begins === what && isDone) return [{ id, on: true }];
    return [{ id, on: use.ends === what && isDone ? false : on }];
  });
}
