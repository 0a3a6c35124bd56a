import { z } from 'zod';
import type { Field, Variant, VariantControl } from './field.ts';
import { metaOf, unwrapped } from './meta-of.ts';
import { choice } from './plain-controls.ts';

type DrawFields = (schema: z.ZodObject) => readonly Field[];

interface VariantRules {
  readonly key: string;
  readonly labels: z.GlobalMeta['labels'];
  readonly draw: DrawFields;
}

/** The control for a discriminated union: a choice of kind, and the fields of each kind. */
export function variantControl(
  core: z.ZodDiscriminatedUnion,
  labels: z.GlobalMeta['labels'],
  draw: DrawFields,
): VariantControl {
  const rules = { key: core.def.discriminator, labels, draw };
  return {
    kind: 'variant',
    key: rules.key,
    variants: membersOf(core).flatMap((each) => variantsOf(each, rules)),
  };
}

function membersOf(core: z.ZodUnion): readonly z.ZodType[] {
  return core.options.flatMap((member) => (member instanceof z.ZodType ? [unwrapped(member)] : []));
}

/** An object gives a variant for each value of its discriminator; a union inside the union those of its members. */
function variantsOf(member: z.ZodType, rules: VariantRules): readonly Variant[] {
  if (member instanceof z.ZodDiscriminatedUnion) return nestedVariants(member, rules);
  if (member instanceof z.ZodUnion) return membersOf(member).flatMap((each) => variantsOf(each, rules));
  if (!(member instanceof z.ZodObject)) return [];
  const own = metaOf(member).title;
  const fields = rules.draw(member).filter((field) => field.name !== rules.key);
  return marksOf(member, rules).map(({ value, label }, index) => ({
    value,
    label: rules.labels?.[String(value)] ?? own ?? label,
    fields,
    // Further values of one literal are other spellings of the first.
    ...(index > 0 ? { isAlias: true } : {}),
  }));
}

/** What a union inside the union has in common under our key is one variant, which then asks for the union's own key. */
function nestedVariants(union: z.ZodDiscriminatedUnion, rules: VariantRules): readonly Variant[] {
  const members = membersOf(union);
  const found = new Map<Variant['value'], Variant[]>();
  for (const variant of members.flatMap((member) => variantsOf(member, rules)))
    found.set(variant.value, [...(found.get(variant.value) ?? []), variant]);
  const inner = variantControl(union, undefined, rules.draw);
  const variants = inner.variants.map((each) => ({
    ...each,
    fields: each.fields.filter((field) => field.name !== rules.key),
  }));
  return [...found.values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    const { value, label } = first;
    return { value, label, fields: [], inner: { ...inner, variants } };
  });
}

function marksOf(member: z.ZodObject, { key }: VariantRules) {
  const mark = member.shape[key];
  if (!(mark instanceof z.ZodType)) return [];
  const core = unwrapped(mark);
  if (core instanceof z.ZodEnum) return choice(core.options, metaOf(mark)).options;
  return core instanceof z.ZodLiteral ? choice([...core.values], metaOf(mark)).options : [];
}
