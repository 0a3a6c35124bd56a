import { z } from 'zod';
import type { Json } from '../json.ts';
import { controlOf } from './control-of.ts';
import type { Field } from './field.ts';
import { metaOf } from './meta-of.ts';
import { isHandMade } from './plain-controls.ts';
import { readable } from './readable.ts';

/** The fields of a form for `schema`, in its order, drawn from zod and its metadata. Pure. */
export function fieldsOf(schema: z.ZodObject): readonly Field[] {
  return Object.entries(schema.shape).flatMap(([name, member]) =>
    member instanceof z.ZodType ? [fieldOf(name, member)] : [],
  );
}

function fieldOf(name: string, schema: z.ZodType): Field {
  const meta = metaOf(schema);
  return {
    name,
    title: meta.title ?? readable(name),
    ...(meta.help === undefined ? {} : { help: meta.help }),
    ...given('example', meta.example),
    required: !schema.safeParse(undefined).success,
    group: meta.group ?? 'main',
    ...given('carrierDefault', meta.carrierDefault),
    ...given('default', ownDefault(schema)),
    control: controlOf(schema, fieldsOf),
    ...(isHandMade(meta.control) ? { handMade: meta.control } : {}),
  };
}

function ownDefault(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return schema.def.defaultValue;
  const inner =
    schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? schema.unwrap() : undefined;
  return inner instanceof z.ZodType ? ownDefault(inner) : undefined;
}

function given<Name extends string>(name: Name, value: unknown): { readonly [key in Name]?: Json } {
  const json = z.json().safeParse(value);
  const members: { [key in Name]?: Json } = {};
  if (json.success) members[name] = json.data;
  return members;
}
