import { definitionOf, type Flow, type Problem } from '@gatherline/flow';

/** Where a flow enters another one, and which. `version` null: the one that is published when the call begins. */
export interface Reference {
  readonly node: string;
  /** As the node writes it, such as `slots` or `slots@3`. */
  readonly text: string;
  readonly flow: string;
  readonly version: number | null;
}

export function referencesIn({ nodes }: Flow): readonly Reference[] {
  return Object.entries(nodes).flatMap(([node, { type, params }]) => {
    const text = definitionOf(type)?.enters?.(params) ?? null;
    return text === null ? [] : [{ node, text, ...parseReference(text) }];
  });
}

function parseReference(text: string): Pick<Reference, 'flow' | 'version'> {
  const [flow = '', version] = text.split('@');
  return { flow, version: version === undefined ? null : Number(version) };
}

/** What is wrong with a reference that leads nowhere; it names the field to mend. */
export function deadReference(
  { node }: Reference,
  field: 'flow' | 'version',
  { message, cure }: Pick<Problem, 'message' | 'cure'>,
): Problem {
  return { rule: 'unknown-flow', severity: 'error', node, path: ['params', field], message, cure };
}
