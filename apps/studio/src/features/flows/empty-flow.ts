import { definitions, FORMAT, type Flow } from '@gatherline/flow';

/** A flow that has only its beginning. */
export function emptyFlow({ id, name }: { readonly id: string; readonly name: string }): Flow {
  const entry = definitions.find(({ role }) => role === 'entry');
  if (entry === undefined) throw new Error('No node type is an entry, so a flow could not begin anywhere.');
  return {
    format: FORMAT,
    id,
    name,
    settings: {},
    resources: {},
    inputs: {},
    outputs: {},
    variables: {},
    nodes: { incoming: { type: entry.type, params: {}, exits: {} } },
    layout: { incoming: [0, 0] },
  };
}
