import { z } from 'zod';
import { metaOf, unwrapped } from './form/meta-of.ts';

/**
 * The field at `path` by the titles of its form, as in `What to ask, entry 1, Words`. A step that has no title is named as
 * it is written in the file.
 */
export function titleAt(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const words: string[] = [];
  let current: z.ZodType | undefined = schema;
  for (const step of path) {
    current = current === undefined ? undefined : memberAt(current, step);
    const title = current === undefined ? undefined : metaOf(current).title;
    words.push(typeof step === 'number' ? `entry ${step + 1}` : (title ?? String(step)));
  }
  return words.length === 0 ? 'The parameters' : words.join(', ');
}

/** What the schema says of the field at `path`; nothing where it does not know it. */
export function metaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.GlobalMeta {
  let current: z.ZodType | undefined = schema;
  for (const step of path) current = current === undefined ? undefined : memberAt(current, step);
  return current === undefined ? {} : metaOf(current);
}

function memberAt(schema: z.ZodType, step: PropertyKey): z.ZodType | undefined {
  const core = unwrapped(schema);
  if (core instanceof z.ZodArray) return asType(core.element);
  if (core instanceof z.ZodRecord) return asType(core.valueType);
  if (core instanceof z.ZodObject) return typeof step === 'string' ? asType(core.shape[step]) : undefined;
  if (!(core instanceof z.ZodUnion)) return undefined;
  for (const option of core.options) {
    const member = option instanceof z.ZodType ? memberAt(option, step) : undefined;
    if (member !== undefined) return member;
  }
  return undefined;
}

function asType(schema: unknown): z.ZodType | undefined {
  return schema instanceof z.ZodType ? schema : undefined;
}
