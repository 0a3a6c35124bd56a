import { type ResourceType, resourceValueSchemas } from '@gatherline/flow';
import { z } from 'zod';

/** A type, and a value that fits it. */
export const bindingSchema = z.discriminatedUnion('type', [
  z.object(bindingTo('number')),
  z.object(bindingTo('url')),
  z.object(bindingTo('text')),
  z.object(bindingTo('hours')),
  z.object(bindingTo('secret')),
]);

export type Binding = z.output<typeof bindingSchema>;

function bindingTo<Type extends ResourceType>(type: Type) {
  return { type: z.literal(type), value: resourceValueSchemas[type] };
}
