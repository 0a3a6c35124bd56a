import { circlesIn } from '../circles.ts';
import type { LintContext } from '../context.ts';
import { type NodeFacts, nameOf } from '../node-facts.ts';
import type { Finding, Rule } from '../rule.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

export const loopWithoutCaller: Rule = {
  name: 'loop-without-caller',
  title: 'The call runs in circles',
  help: 'Steps that lead to each other without ever waiting for the caller run until the call is cut off.',
  check: (context) => {
    const deaf = context.nodes.filter(({ definition }) => definition?.waitsForCaller === false);
    const ways = new Map(deaf.map((facts) => [facts.id, waysOn(context, facts)]));
    // One that nothing leads out of may lie within a larger one that can be left.
    const endless = [...circlesIn(without(ways, deciding(context, deaf))), ...traps(context, deaf)];
    const known = new Set(endless.flatMap((circle) => [...circle]));
    const leavable = circlesIn(without(ways, known));
    return [
      ...distinct(endless).map((circle) => toFinding(context, circle, 'error')),
      ...leavable.map((circle) => toFinding(context, circle, 'warning')),
    ];
  },
};

/** Where a call goes from a node: along its wires, and what it decides. Where a step that fails falls is no way one goes twice. */
function waysOn(context: LintContext, facts: NodeFacts): readonly string[] {
  const ways = [...mainWays(context, facts), ...Object.values(facts.node.exits)];
  return [...new Set(ways)].filter((id) => id !== undefined);
}

/** Nodes that choose between ways on. Whether another one fails is not for the flow to choose. */
function deciding(context: LintContext, deaf: readonly NodeFacts[]): ReadonlySet<string> {
  const chooses = (facts: NodeFacts) => new Set(mainWays(context, facts)).size > 1;
  return new Set(deaf.filter(chooses).map(({ id }) => id));
}

/** Circles of nodes that, whatever they choose, only lead to each other. */
function traps(context: LintContext, deaf: readonly NodeFacts[]): readonly ReadonlySet<string>[] {
  const ways = new Map(deaf.map((facts) => [facts.id, mainWays(context, facts)]));
  const closed = new Set(ways.keys());
  const isOpen = (id: string) =>
    (ways.get(id) ?? []).length === 0 || ways.get(id)?.some((to) => to === undefined || !closed.has(to));
  for (let open = [...closed].filter(isOpen); open.length > 0; open = [...closed].filter(isOpen))
    for (const id of open) closed.delete(id);
  const inside = [...closed].map(
    (id) => [id, (ways.get(id) ?? []).filter((to) => to !== undefined)] as const,
  );
  return circlesIn(new Map(inside));
}

function mainWays(context: LintContext, facts: NodeFacts): readonly (string | undefined)[] {
  return facts.exits.filter(({ kind }) => kind === 'main').map((exit) => context.targetOf(facts, exit));
}

function without(ways: Graph, left: ReadonlySet<string>): Graph {
  return new Map([...ways].filter(([id]) => !left.has(id)));
}

/** A circle that was found in two ways is told once. */
function distinct(circles: readonly ReadonlySet<string>[]): readonly ReadonlySet<string>[] {
  return circles.filter((circle, index) =>
    circles.slice(0, index).every((earlier) => [...circle].every((id) => !earlier.has(id))),
  );
}

function toFinding(context: LintContext, ids: ReadonlySet<string>, severity: 'error' | 'warning'): Finding {
  const circle = context.nodes.filter(({ id }) => ids.has(id));
  const [first] = circle;
  if (first === undefined) throw new Error('A circle has at least one node.');
  const exit = first.exits.find((each) => ids.has(context.targetOf(first, each) ?? ''))?.id;
  const names =
    circle.length > 3 ? `${circle.slice(0, 3).map(nameOf).join(', ')} …` : circle.map(nameOf).join(', ');
  return {
    severity,
    node: first.id,
    path: ['exits', exit ?? ''],
    message:
      severity === 'warning'
        ? `The call goes round through ${names} without waiting for the caller, and it is cut off if the condition never changes.`
        : `The call goes round through ${names} and never waits for the caller: it runs in circles until it is cut off.`,
    cure: 'Put a step that listens to the caller into the circle, or lead the line elsewhere.',
  };
}
