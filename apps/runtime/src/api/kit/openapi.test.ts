import { traceEntrySchema } from '@gatherline/engine';
import { isJsonObject, type Json, type JsonObject } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openService } from '../../testing/service.ts';

describe('the description of the API', () => {
  const description = z.object({
    openapi: z.literal('3.1.0'),
    paths: z.record(
      z.string(),
      z.record(z.string(), z.looseObject({ responses: z.record(z.string(), z.unknown()) })),
    ),
    components: z.object({
      schemas: z.object({
        Flow: z.looseObject({}),
        Error: z.looseObject({}),
        TraceEntry: z.object({ oneOf: z.array(z.json()) }),
      }),
    }),
  });

  it('names every operation with what it takes and what it answers', async () => {
    const service = await openService();
    const { paths } = description.parse((await service.api('GET', '/api/openapi.json')).body);
    expect(
      Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method} ${path}`),
      ),
    ).toEqual([
      'get /api/session',
      'get /api/flows',
      'post /api/flows',
      'get /api/flows/{id}',
      'put /api/flows/{id}',
      'delete /api/flows/{id}',
      'get /api/flows/{id}/file',
      'post /api/flows/{id}/publish',
      'get /api/flows/{id}/versions',
      'get /api/flows/{id}/versions/{version}',
      'get /api/routes',
      'put /api/routes',
      'get /api/resources',
      'put /api/resources/{name}',
      'delete /api/resources/{name}',
      'get /api/calls',
      'post /api/calls',
      'post /api/calls/{id}/signal',
      'get /api/calls/{id}',
      'get /api/calls/{id}/stream',
      'post /api/phone/calls',
      'post /api/phone/calls/{id}/acts',
      'get /api/phone/calls/{id}/heard',
      'get /api/templates',
    ]);
    expect(paths['/api/flows/{id}']?.put).toMatchObject({
      parameters: [
        { name: 'id', in: 'path', required: true },
        { name: 'If-Match', in: 'header', required: true },
      ],
      requestBody: {
        content: {
          'application/json': { schema: { properties: { flow: { $ref: '#/components/schemas/Flow' } } } },
        },
      },
    });
    expect(Object.keys(paths['/api/flows/{id}']?.put?.responses ?? {})).toEqual([
      '200',
      '400',
      '403',
      '404',
      '409',
      '412',
      '422',
      '428',
    ]);
  });

  it('describes every kind of line in the trace of a call', async () => {
    const service = await openService();
    const { paths, components } = description.parse((await service.api('GET', '/api/openapi.json')).body);
    expect(components.schemas.TraceEntry.oneOf).toMatchObject(
      traceEntrySchema.options.map(({ shape }) => ({ properties: { kind: { const: shape.kind.value } } })),
    );
    expect(paths['/api/calls/{id}']?.get?.responses['200']).toMatchObject({
      content: {
        'application/json': {
          schema: { properties: { trace: { items: { $ref: '#/components/schemas/TraceEntry' } } } },
        },
      },
    });
  });

  it('says of every field that may be sent what it means', async () => {
    const service = await openService();
    const { paths } = description.parse((await service.api('GET', '/api/openapi.json')).body);
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
    );
    const silent = operations.flatMap(({ name, operation }) =>
      undescribed(described.parse(operation)).map((field) => `${name}: ${field}`),
    );
    expect(silent).toEqual([]);
  });
});

const described = z.object({
  summary: z.string().min(1),
  parameters: z.array(z.looseObject({ name: z.string(), description: z.string().optional() })),
  requestBody: z
    .object({ content: z.object({ 'application/json': z.object({ schema: z.json() }) }) })
    .optional(),
});

function undescribed({ parameters, requestBody }: z.infer<typeof described>): readonly string[] {
  const silent = parameters.filter((parameter) => parameter.description === undefined);
  const body = requestBody?.content['application/json'].schema;
  return [...silent.map(({ name }) => name), ...(body === undefined ? [] : silentFields(body))];
}

/** A field that has one value only, or is described under a name of its own, needs no word here. */
function silentFields(schema: Json): readonly string[] {
  if (!isJsonObject(schema)) return [];
  const branches = [schema.oneOf, schema.anyOf].flatMap((all) => (Array.isArray(all) ? all : []));
  const fields = Object.entries(isJsonObject(schema.properties) ? schema.properties : {});
  const says = (field: Json): field is JsonObject =>
    isJsonObject(field) && ['description', '$ref', 'const'].some((key) => key in field);
  return [
    ...branches.flatMap(silentFields),
    ...fields.filter(([, field]) => !says(field)).map(([name]) => name),
  ];
}
