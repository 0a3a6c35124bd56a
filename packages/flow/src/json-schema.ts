import { z } from 'zod';
import { definitions } from './nodes/index.ts';
import { FORMAT, flowSchema, nodeSchema } from './schema.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The published JSON Schema (draft 2020-12) of a flow file, generated from the zod schemas; editors complete and check with it. */
export function flowJsonSchema(): JsonSchema {
  const flow = embed('flow', flowSchema);
  const node = embed('node', nodeSchema);
  const params = definitions.map((definition) => ({
    definition,
    ...embed(definition.type, definition.params),
  }));
  const byType = params.map(({ definition, body }) => ({
    if: { properties: { type: { const: definition.type } }, required: ['type'] },
    then: { properties: { params: body } },
  }));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    // Inside another document (the API's description) the references below start from here.
    $id: `urn:${FORMAT.replace('/', ':').replace('@', ':')}`,
    title: `Gatherline flow, ${FORMAT}`,
    ...flow.body,
    properties: {
      ...flow.body.properties,
      nodes: { type: 'object', additionalProperties: { ...node.body, allOf: byType } },
    },
    $defs: Object.assign({}, flow.defs, node.defs, ...params.map(({ defs }) => defs)),
  };
}

/** A schema to stand inside another: its shared parts apart, under names of its own. */
function embed(name: string, schema: z.ZodType): { body: JsonSchema; defs: Record<string, JsonSchema> } {
  const own = JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  const named: JsonSchema = JSON.parse(own.replaceAll('#/$defs/__schema', `#/$defs/${name}_`));
  const { $schema: _draft, $defs = {}, ...body } = named;
  const defs = Object.entries($defs).map(
    ([key, part]) => [key.replace('__schema', `${name}_`), part] as const,
  );
  return { body, defs: Object.fromEntries(defs) };
}
