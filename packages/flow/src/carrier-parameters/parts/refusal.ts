import type { z } from 'zod';

/** The first sentence a person reads when a value is refused; `undefined` when it is accepted. */
export function refusal(schema: z.ZodType, value: unknown): string | undefined {
  return schema.safeParse(value).error?.issues[0]?.message;
}
