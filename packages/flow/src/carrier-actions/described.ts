import { z } from 'zod';
import '../carrier-parameters/parts/meta.ts';
import type { Parameter, Parameters } from './parameter.ts';

/** What a zod schema of ours says of a value, as the carrier takes it: words for the caller in one language. */
export function described(schema: unknown): Parameter {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return described(schema.unwrap());
  if (schema instanceof z.ZodString) return describedText(schema);
  if (schema instanceof z.ZodNumber) return describedNumber(schema);
  if (schema instanceof z.ZodBoolean) return { kind: 'boolean' };
  if (schema instanceof z.ZodEnum) return { values: schema.options };
  if (schema instanceof z.ZodLiteral) return { values: [...schema.values].filter(isPlain) };
  if (schema instanceof z.ZodArray) return describedList(schema);
  if (schema instanceof z.ZodRecord) return { kind: 'object', entries: described(schema.valueType) };
  if (schema instanceof z.ZodObject) {
    return { kind: 'object', fields: describedAll(schema), open: schema.def.catchall !== undefined };
  }
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return { kind: 'object', variants: { keys: [...keysOf(schema)], shapes: objectsOf(schema) } };
  }
  if (schema instanceof z.ZodUnion) return describedUnion(schema.options);
  // `z.json()`: any value at all.
  if (schema instanceof z.ZodLazy) return {};
  throw new Error('A parameter is of a kind of schema that the catalogue of actions cannot describe.');
}

/** The same for every member of an object. */
export function describedAll(schema: z.ZodObject): Parameters {
  return Object.fromEntries(
    Object.entries(schema.shape).map(([name, member]) => {
      const isNeeded = member instanceof z.ZodType && !member.safeParse(undefined).success;
      return [name, { ...described(member), ...(isNeeded ? { required: true } : {}) }];
    }),
  );
}

function describedText(schema: z.ZodString): Parameter {
  const { maxCharacters } = schema.meta() ?? {};
  const mayBeEmpty = schema.safeParse('').success;
  return { kind: 'string', ...(mayBeEmpty && { mayBeEmpty }), ...limits({ maximum: maxCharacters }) };
}

function describedList(schema: z.ZodArray): Parameter {
  let bounds = {};
  for (const check of schema.def.checks ?? []) {
    const { _zod: rule } = check;
    if (check instanceof z.core.$ZodCheckMinLength || check instanceof z.core.$ZodCheckMaxLength) {
      bounds = { ...bounds, ...rule.def };
    }
  }
  return { kind: 'array', items: described(schema.element), ...limits(bounds) };
}

function describedNumber(schema: z.ZodNumber): Parameter {
  const bounds = { minimum: schema.minValue, maximum: schema.maxValue };
  return { kind: schema.isInt ? 'integer' : 'number', ...limits(bounds) };
}

function describedUnion(options: readonly unknown[]): Parameter {
  const text = options.find((option) => option instanceof z.ZodString);
  const isByLanguage = text !== undefined && options.some((option) => option instanceof z.ZodRecord);
  return isByLanguage ? described(text) : { anyOf: options.map(described) };
}

function* keysOf(union: z.ZodDiscriminatedUnion): Generator<string> {
  yield union.def.discriminator;
  for (const option of union.options) if (option instanceof z.ZodDiscriminatedUnion) yield* keysOf(option);
}

function objectsOf(union: z.ZodDiscriminatedUnion): Parameter[] {
  return union.options.flatMap((option) =>
    option instanceof z.ZodDiscriminatedUnion ? objectsOf(option) : [described(option)],
  );
}

function isPlain(value: unknown): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

/** Limits as zod keeps them; those of its whole numbers as such say nothing. */
function limits({ minimum: min, maximum: max }: { readonly [name: string]: unknown }) {
  return { ...(isLimit(min) && { min }), ...(isLimit(max) && { max }) };
}

function isLimit(limit: unknown): limit is number {
  return typeof limit === 'number' && Math.abs(limit) < Number.MAX_SAFE_INTEGER;
}
