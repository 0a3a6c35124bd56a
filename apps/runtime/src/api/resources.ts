import { idSchema, resourceValueSchemas as valueSchemas } from '@gatherline/flow';
import { z } from 'zod';
import type { OpenResource, ResourceLibrary } from '../resources/resources.ts';
import { bindingSchema } from '../resources/binding.ts';
import { defineOperation, type Operation } from './kit/operation.ts';

const params = z.object({
  name: idSchema.meta({ description: 'The name that flows read as resources.<name>.' }),
});

const shown = z.object({
  name: z.string(),
  updated_at: z.string().meta({ format: 'date-time' }),
  read_only: z.boolean(),
});

const resource = z.discriminatedUnion('type', [
  shown.extend({ type: z.literal('number'), value: valueSchemas.number }),
  shown.extend({ type: z.literal('url'), value: valueSchemas.url }),
  shown.extend({ type: z.literal('text'), value: valueSchemas.text }),
  shown.extend({ type: z.literal('hours'), value: valueSchemas.hours }),
  shown.extend({ type: z.literal('secret'), is_set: z.literal(true) }),
]);

/** Resources: what differs between environments. A secret goes in and never comes out. */
export function resourceOperations(resources: ResourceLibrary): readonly Operation[] {
  return [
    defineOperation({
      method: 'get',
      path: '/resources',
      summary: 'What names are bound to in this environment; of a secret, only that it is set.',
      answers: { 200: z.object({ resources: z.array(resource) }) },
      async handle() {
        const all = await resources.list();
        return { status: 200, body: { resources: all.map((one) => toShown(one, resources.isReadOnly)) } };
      },
    }),
    defineOperation({
      method: 'put',
      path: '/resources/:name',
      summary: 'Binds a name to a value; calls that begin from now on get it.',
      params,
      body: bindingSchema,
      answers: { 200: resource },
      errors: [409],
      async handle({ params: { name }, body }) {
        return { status: 200, body: toShown(await resources.save(name, body), resources.isReadOnly) };
      },
    }),
    defineOperation({
      method: 'delete',
      path: '/resources/:name',
      summary: 'Unbinds a name.',
      params,
      answers: { 204: null },
      errors: [404, 409],
      async handle({ params: { name } }) {
        await resources.remove(name);
        return { status: 204 };
      },
    }),
  ];
}

function toShown(one: OpenResource, isReadOnly: boolean): object {
  const { updatedAt, ...rest } = one;
  const known = { ...rest, updated_at: updatedAt, read_only: isReadOnly };
  return one.type === 'secret' ? { ...known, is_set: true } : known;
}
