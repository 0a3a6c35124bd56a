import { createFallbacks, type Exit, type Fallback, type Flow } from '@gatherline/flow';
import { factsOf, type NodeFacts } from './node-facts.ts';

/** A flow as the rules see it. `nodes` stand in the order in which a call meets them, unreachable ones last. */
export interface LintContext {
  readonly flow: Flow;
  readonly nodes: readonly NodeFacts[];
  readonly entries: readonly NodeFacts[];
  readonly reachable: ReadonlySet<string>;
  /** The steps that the flow's settings choose for outcomes without a line. */
  readonly handlers: readonly { readonly outcome: string; readonly target: string }[];
  readonly find: (id: string) => NodeFacts | undefined;
  /** Where an exit leads: along its wire, or where it falls without one; `undefined` when no step takes over. */
  readonly targetOf: (facts: NodeFacts, exit: Exit) => string | undefined;
  /** What becomes of a call that takes an exit without a wire; `undefined` where it has one. */
  readonly fallbackOf: (facts: NodeFacts, exit: Exit) => Fallback | undefined;
  /** Where a call may go on from a node: along its lines, and where its exits fall without one. */
  readonly followersOf: (facts: NodeFacts) => readonly NodeFacts[];
  /** Where a call may get to at any time, without a line: the listeners, and the step for the hang-up. */
  readonly apart: readonly NodeFacts[];
  /** The nodes that lines lead to from these, and these themselves. */
  readonly reachedFrom: (roots: readonly NodeFacts[]) => ReadonlySet<NodeFacts>;
}

/** Reads a flow's graph once, for all rules. */
export function createContext(flow: Flow): LintContext {
  const byId = new Map(
    Object.entries(flow.nodes)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([id, node]) => [id, factsOf(id, node)]),
  );
  const entries = [...byId.values()].filter(({ definition }) => definition?.role === 'entry');
  const falls = createFallbacks(flow);
  const fallbackOf = (facts: NodeFacts, exit: Exit) =>
    facts.node.exits[exit.id] === undefined ? falls(facts.id, exit) : undefined;
  const targetOf = (facts: NodeFacts, exit: Exit) => {
    const fall = fallbackOf(facts, exit);
    return fall !== undefined && 'node' in fall ? fall.node : facts.node.exits[exit.id];
  };
  const known = (id: string | undefined) => (id === undefined ? [] : (byId.get(id) ?? []));
  const followersOf = (facts: NodeFacts) =>
    [...facts.exits.map((exit) => targetOf(facts, exit)), ...Object.values(facts.node.exits)].flatMap(known);
  const apart = apartFrom(flow, byId);
  const reached = inCallOrder([...entries, ...apart], followersOf);
  return {
    flow,
    entries,
    handlers: handlersOf(flow),
    nodes: [...new Set([...reached, ...byId.values()])],
    reachable: new Set([...reached].map(({ id }) => id)),
    find: (id) => byId.get(id),
    targetOf,
    fallbackOf,
    followersOf,
    apart,
    reachedFrom: (roots) => inCallOrder(roots, ({ node }) => Object.values(node.exits).flatMap(known)),
  };
}

/** Where a call gets to without a line: the listeners, and the step that the flow names for the hang-up. */
function apartFrom({ settings }: Flow, nodes: ReadonlyMap<string, NodeFacts>): readonly NodeFacts[] {
  const listeners = [...nodes.values()].filter(({ definition }) => definition?.role === 'listener');
  const afterwards = nodes.get(settings.handlers?.hangup ?? '');
  return afterwards === undefined ? listeners : [...listeners, afterwards];
}

function handlersOf(flow: Flow): LintContext['handlers'] {
  return Object.entries(flow.settings.handlers ?? {}).flatMap(([outcome, target]) =>
    typeof target === 'string' ? [{ outcome, target }] : [],
  );
}

/** Breadth first, so that problems of a call's first steps come first. */
function inCallOrder(
  entries: readonly NodeFacts[],
  followers: (facts: NodeFacts) => readonly NodeFacts[],
): ReadonlySet<NodeFacts> {
  const reached = new Set(entries);
  // A set hands out what is added while it is walked.
  for (const facts of reached) for (const follower of followers(facts)) reached.add(follower);
  return reached;
}
