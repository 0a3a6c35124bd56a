import { traceEntrySchema } from '@gatherline/engine';
import { flowJsonSchema } from '@gatherline/flow';
import { z } from 'zod';
import type { DescribedOperation } from './operation.ts';
import { errorAnswer, flowDocument, jsonObject } from './schemas.ts';

type Schema = z.core.JSONSchema.BaseSchema;

/** The OpenAPI 3.1 document of the API, made from the schemas that the operations parse with. */
export function describeApi(operations: readonly DescribedOperation[], version: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) {
    const path = `/api${operation.path.replace(/:([a-z_]+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [operation.method]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Gatherline', version, description: 'Flows, versions, routes and calls of this service.' },
    paths,
    components: {
      schemas: {
        Flow: bare(flowJsonSchema()),
        TraceEntry: toSchema(traceEntrySchema, 'output'),
        Error: toSchema(errorAnswer, 'output'),
      },
    },
  };
}

function describe(operation: DescribedOperation): object {
  const { summary, params, query, body, isRevisioned, answers, errors = [], contentType } = operation;
  const hasInput =
    body !== null || isRevisioned || Object.keys({ ...params.shape, ...query.shape }).length > 0;
  const said = Object.entries(answers).map(([status, schema]) => [
    status,
    describeAnswer(schema, contentType),
  ]);
  const unread = [...(hasInput ? [400] : []), 403, ...(body === null ? [] : [422])];
  const refused = [...new Set([...unread, ...errors])].map((status) => [status, refusal]);
  return {
    summary,
    parameters: [
      ...parametersOf(params, 'path'),
      ...parametersOf(query, 'query'),
      ...(isRevisioned ? [ifMatch] : []),
    ],
    ...(body === null ? {} : { requestBody: { required: true, content: jsonOf(toSchema(body, 'input')) } }),
    responses: Object.fromEntries([...said, ...refused]),
  };
}

const refusal = {
  description: 'Why not, and what to do.',
  content: jsonOf({ $ref: '#/components/schemas/Error' }),
};

const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The ETag of what was opened.',
  schema: { type: 'string' },
};

function describeAnswer(schema: z.ZodType | null, contentType = 'application/json'): object {
  if (schema === null) return { description: 'Done.' };
  return { description: 'Done.', content: { [contentType]: { schema: toSchema(schema, 'output') } } };
}

function parametersOf(schema: z.ZodObject, place: 'path' | 'query'): readonly object[] {
  const { properties = {}, required = [] } = toSchema(schema, 'input');
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...bounds } = typeof property === 'boolean' ? {} : property;
    const isRequired = place === 'path' || required.includes(name);
    return { name, in: place, required: isRequired, description, schema: bounds };
  });
}

/** What stands once, under its name. */
const named = new Map<unknown, string>([
  [flowDocument, 'Flow'],
  [traceEntrySchema, 'TraceEntry'],
]);

function toSchema(schema: z.ZodType, io: 'input' | 'output'): Schema {
  return bare(
    z.toJSONSchema(schema, {
      io,
      unrepresentable: 'any',
      override({ zodSchema, jsonSchema, path }) {
        const name = named.get(zodSchema);
        if (name !== undefined && path.length > 0) refer(jsonSchema, name);
        if (zodSchema === jsonObject) jsonSchema.type = 'object';
      },
    }),
  );
}

function refer(schema: Schema, name: string): void {
  for (const key of Object.keys(schema)) delete schema[key];
  schema.$ref = `#/components/schemas/${name}`;
}

function bare({ $schema: _dialect, ...schema }: Schema): Schema {
  return schema;
}

function jsonOf(schema: object): object {
  return { 'application/json': { schema } };
}
