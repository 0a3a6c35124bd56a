import type { FlowNode, NodeContext, NodeDefinition } from '@gatherline/flow';

/**
 * Names of the variables a node sets when a call enters it. The node itself is asked, with stand-ins for what only a
 * call can know; a draft that is too unfinished to be entered sets nothing.
 */
export function variablesSetBy(definition: NodeDefinition, node: FlowNode): readonly string[] {
  const stranger: NodeContext<Record<string, unknown>> = {
    params: node.params,
    call: {
      id: '',
      from: '',
      to: '',
      direction: 'incoming',
      answered: true,
      started_at: '1970-01-01T00:00:00Z',
    },
    settings: {},
    nowMs: 0,
    wired: new Set(Object.keys(node.exits)),
    memory: undefined,
    localize: () => '',
    holds: () => false,
    value: () => null,
  };
  try {
    return Object.keys(definition.enter(stranger).variables ?? {});
  } catch {
    return [];
  }
}
