import { z } from 'zod';
import './meta.ts';

/** A field somewhere inside a set of parameters. */
interface DeepField {
  /** Where it is, as `gatherUsingAiParams.message_history[].content`. */
  path: string;
  schema: z.ZodType;
  meta: z.GlobalMeta;
}

/** Every field of a schema: those of nested objects, of each variant, of the items of lists and records. */
export function deepFields(schema: unknown, path: string): DeepField[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return deepFields(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return deepFields(schema.element, `${path}[]`);
  if (schema instanceof z.ZodRecord) return deepFields(schema.valueType, `${path}{}`);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => deepFields(option, path));
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, field]) =>
      field instanceof z.ZodType
        ? [
            { path: `${path}.${key}`, schema: field, meta: field.meta() ?? {} },
            ...deepFields(field, `${path}.${key}`),
          ]
        : [],
    );
  }
  if (isPlain(schema)) return [];
  throw new Error(`${path} is of a kind this walk does not know: its fields would go unchecked.`);
}

/** True where a person writes a text or JSON. */
export function isWritten(schema: unknown): boolean {
  return holds(schema, (inner) => inner instanceof z.ZodString || inner instanceof z.ZodLazy);
}

/** True where a person types a number. */
export function isCounted(schema: unknown): boolean {
  return holds(schema, (inner) => inner instanceof z.ZodNumber);
}

/** Whether the field itself holds such a value; the fields of an object inside it speak for themselves. */
function holds(schema: unknown, isMeant: (inner: unknown) => boolean): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return holds(schema.unwrap(), isMeant);
  if (schema instanceof z.ZodArray) return holds(schema.element, isMeant);
  if (schema instanceof z.ZodRecord) return holds(schema.valueType, isMeant);
  if (schema instanceof z.ZodUnion) return schema.options.some((option) => holds(option, isMeant));
  return isMeant(schema);
}

// The one lazy schema in this folder is `z.json()`: any value at all, without fields of its own.
function isPlain(schema: unknown): boolean {
  return (
    schema instanceof z.ZodString ||
    schema instanceof z.ZodNumber ||
    schema instanceof z.ZodBoolean ||
    schema instanceof z.ZodEnum ||
    schema instanceof z.ZodLiteral ||
    schema instanceof z.ZodLazy
  );
}
