import { hoursSchema, type Json, type ResourceType } from '@gatherline/flow';
import { z } from 'zod';
import { numberSchema } from '../flows/routes-schema.ts';

const url = z
  .url({ protocol: /^https?$/, error: 'Write the whole address, such as https://crm.example.com.' })
  .max(2000, 'Keep the address under 2,000 characters.')
  .refine((text) => {
    const parsed = URL.parse(text);
    return parsed?.username === '' && parsed.password === '';
  }, 'Write no user name or password into the address: bind them as secrets.');

/** What a resource of each type may be bound to. No message repeats the value: it may be a secret in the wrong place. */
export const valueSchemas = {
  number: numberSchema,
  url,
  text: z.string().min(1, 'Write a text.').max(10_000, 'Keep the text under 10,000 characters.'),
  hours: hoursSchema,
  secret: z.string().min(1, 'Write the secret.').max(8_192, 'Keep the secret under 8,192 characters.'),
} as const satisfies Record<ResourceType, z.ZodType>;

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
  return { type: z.literal(type), value: valueSchemas[type] };
}

/** What is wrong with a value for a type, as `field: sentence` or a sentence; null when it fits. */
export function complaintAbout(type: ResourceType, value: Json): string | null {
  const issue = valueSchemas[type].safeParse(value).error?.issues[0];
  if (issue === undefined) return null;
  const message =
    issue.code === 'unrecognized_keys'
      ? `${issue.keys.join(', ')} is not known here. Remove it.`
      : issue.message;
  return issue.path.length === 0 ? message : `${issue.path.join('.')}: ${message}`;
}
