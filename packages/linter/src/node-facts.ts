import {
  definitionOf,
  type Exit,
  type FlowNode,
  type NodeDefinition,
  nodeProblems,
  type Problem,
} from '@gatherline/flow';
import { type Read, readsOf } from './reads.ts';
import { type Spoken, spokenIn } from './spoken.ts';

/** What the rules want to know of one node; depends on its record alone, never on the rest of the flow. */
export interface NodeFacts {
  readonly id: string;
  readonly node: FlowNode;
  /** `undefined` for a type this version does not know. */
  readonly definition: NodeDefinition | undefined;
  readonly exits: readonly Exit[];
  readonly outputs: ReadonlySet<string>;
  /** Names of the variables that the node writes. */
  readonly sets: readonly string[];
  readonly reads: readonly Read[];
  /** The texts that callers hear or read. */
  readonly spoken: readonly Spoken[];
  readonly problems: readonly Problem[];
}

// An edit replaces the record it touches and no other, so the record itself is the key.
const known = new WeakMap<FlowNode, NodeFacts>();

/** The facts of a node, computed once for each record. */
export function factsOf(id: string, node: FlowNode): NodeFacts {
  const before = known.get(node);
  if (before?.id === id) return before;
  const facts = gather(id, node);
  known.set(node, facts);
  return facts;
}

function gather(id: string, node: FlowNode): NodeFacts {
  const definition = definitionOf(node.type);
  return {
    id,
    node,
    definition,
    exits: definition?.exits(node.params) ?? [],
    outputs: new Set((definition?.outputs(node.params) ?? []).map((output) => output.name)),
    sets: definition?.variables?.(node.params) ?? [],
    reads: definition === undefined ? [] : readsOf(node.params, definition.verbatim ?? []),
    spoken: definition === undefined ? [] : spokenIn(node.params, definition),
    problems: nodeProblems(id, node),
  };
}

/** How a message names a node: by its label, else as the canvas does, by its type's title. */
export function nameOf({ id, node, definition }: NodeFacts): string {
  return `“${node.label ?? definition?.title ?? id}”`;
}
