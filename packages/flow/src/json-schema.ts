import { z } from 'zod';
import { definitions } from './nodes/index.ts';
import { FORMAT, flowSchema, nodeSchema } from './schema.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The published JSON Schema (draft 2020-12) of a flow file, generated from the zod schemas; editors complete and check with it. */
export function flowJsonSchema(): JsonSchema {
  const document = toSchema(flowSchema);
  const node = {
    ...toSchema(nodeSchema),
    allOf: definitions.map(({ type, params }) => whenType(type, toSchema(params))),
  };
  return {
    ...document,
    title: `Gatherline flow, ${FORMAT}`,
    properties: { ...document.properties, nodes: { type: 'object', additionalProperties: node } },
  };
}

function whenType(type: string, params: JsonSchema): JsonSchema {
  const matching: JsonSchema = { properties: { type: { const: type } } };
  // eslint-disable-next-line unicorn/no-thenable -- `then` is JSON Schema's own word.
  return { if: matching, then: { properties: { params } } };
}

function toSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _draft, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}
