import type { Json } from '@gatherline/flow';
import { z } from 'zod';

/** A template that is one expression keeps the kind of its value. */
const value = z.custom<Json | undefined>().transform((given) => {
  if (typeof given === 'string') return given;
  return given === undefined || given === null ? '' : JSON.stringify(given);
});
const pairs = z.array(z.object({ name: z.string(), value })).default([]);

/** The body of the command `http_request`. Strings may hold marks of secrets, which are filled in when it is sent. */
export const httpRequestSchema = z.object({
  method: z.enum(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']).default('GET'),
  url: z.string(),
  headers: pairs,
  query: pairs,
  auth: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('bearer'), token: value }),
      z.object({ type: z.literal('basic'), username: value, password: value }),
    ])
    .optional(),
  body: z.custom<Json>().optional(),
  timeout_millis: z.int().min(100).max(30_000).default(5_000),
  retries: z.int().min(0).max(3).default(0),
});

export type HttpRequest = z.output<typeof httpRequestSchema>;

/** Whether a server does nothing more when it is asked a second time by this method. */
export function isIdempotent(method: unknown): boolean {
  return method !== 'POST' && method !== 'PATCH';
}
