import { z } from 'zod';
import { hoursSchema } from './hours/index.ts';
import type { Json } from './json.ts';
import type { ResourceType } from './schema.ts';

const number = z
  .string()
  .regex(
    /^(\+[1-9]\d{1,14}|(sip:)?[^@\s]+@[^@\s]+)$/,
    'Write the number as the carrier does, such as +13125550100, or a SIP address.',
  );

const url = z
  .url({ protocol: /^https?$/, error: 'Write the whole address, such as https://crm.example.com.' })
  .max(2000, 'Keep the address under 2,000 characters.')
  .refine((text) => {
    const parsed = URL.parse(text);
    return parsed?.username === '' && parsed.password === '';
  }, 'Write no user name or password into the address: bind them as secrets.');

/** What a resource of each type may be bound to. No message repeats the value: it may be a secret in the wrong place. */
export const resourceValueSchemas = {
  number,
  url,
  text: z.string().min(1, 'Write a text.').max(10_000, 'Keep the text under 10,000 characters.'),
  hours: hoursSchema,
  secret: z.string().min(1, 'Write the secret.').max(8_192, 'Keep the secret under 8,192 characters.'),
} as const satisfies Record<ResourceType, z.ZodType>;

/** What is wrong with a value for a type of resource, as `field: sentence` or a sentence; null when it fits. */
export function resourceComplaint(type: ResourceType, value: Json): string | null {
  const issue = resourceValueSchemas[type].safeParse(value).error?.issues[0];
  if (issue === undefined) return null;
  const message =
    issue.code === 'unrecognized_keys'
      ? `${issue.keys.join(', ')} is not known here. Remove it.`
      : issue.message;
  return issue.path.length === 0 ? message : `${issue.path.join('.')}: ${message}`;
}
