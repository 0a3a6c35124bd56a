import { definitionOf, type Flow, parseFlowReference, type Problem } from '@gatherline/flow';

/** Where a flow enters another one, and which. `version` null: the one that is published when the call begins. */
export interface Reference {
  readonly node: string;
  /** As the node writes it, such as `slots` or `slots@3`. */
  readonly text: string;
  readonly flow: string;
  readonly version: number | null;
}

/** Where a flow enters others. A flow that was read once is looked through once. */
export function referencesIn(flow: Flow): readonly Reference[] {
  const known = referencesOf.get(flow);
  if (known !== undefined) return known;
  const references = lookThrough(flow);
  referencesOf.set(flow, references);
  return references;
}

const referencesOf = new WeakMap<Flow, readonly Reference[]>();

function lookThrough({ nodes }: Flow): readonly Reference[] {
  return Object.entries(nodes).flatMap(([node, { type, params }]) => {
    const text = definitionOf(type)?.enters?.(params) ?? null;
    return text === null ? [] : [{ node, text, ...parseFlowReference(text) }];
  });
}

/** What is wrong with a reference that leads nowhere; it names the field to mend. */
export function deadReference(
  { node }: Reference,
  field: 'flow' | 'version',
  { message, cure }: Pick<Problem, 'message' | 'cure'>,
): Problem {
  return { rule: 'unknown-flow', severity: 'error', node, path: ['params', field], message, cure };
}
