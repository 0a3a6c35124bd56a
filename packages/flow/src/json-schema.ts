import { z } from 'zod';
import { definitions } from './nodes/index.ts';
import { FORMAT, flowSchema } from './schema.ts';

/** The published JSON Schema (draft 2020-12) of a flow file, generated from the zod schemas; editors complete and check with it. */
export function flowJsonSchema(): z.core.JSONSchema.JSONSchema {
  const document = z.toJSONSchema(flowSchema, { io: 'input', unrepresentable: 'any' });
  const branches = definitions.map((definition) => ({
    if: { properties: { type: { const: definition.type } } },
    then: {
      properties: { params: z.toJSONSchema(definition.params, { io: 'input', unrepresentable: 'any' }) },
    },
  }));
  return {
    ...document,
    title: `Gatherline flow, ${FORMAT}`,
    $defs: { node_parameters: { allOf: branches } },
  };
}
