import { z } from 'zod';
import '../carrier-parameters/parts/meta.ts';

/** What stands inside optional, nullable, default, readonly and transformed schemas; the schema itself if nothing does. */
export function unwrapped(schema: z.ZodType): z.ZodType {
  const inner = insideOf(schema);
  return inner instanceof z.ZodType ? unwrapped(inner) : schema;
}

/** The metadata of a schema over those of what it wraps. */
export function metaOf(schema: z.ZodType): z.GlobalMeta {
  const inner = insideOf(schema);
  return { ...(inner instanceof z.ZodType ? metaOf(inner) : {}), ...schema.meta() };
}

function insideOf(schema: z.ZodType): unknown {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly ||
    schema instanceof z.ZodNonOptional ||
    schema instanceof z.ZodCatch
  ) {
    return schema.def.innerType;
  }
  if (schema instanceof z.ZodPipe)
    return schema.def.in instanceof z.ZodTransform ? schema.def.out : schema.def.in;
  return undefined;
}
