import { z } from 'zod';
import { blankOf } from './blank-of.ts';
import type { Control, UnionOption } from './field.ts';
import { metaOf, unwrapped } from './meta-of.ts';
import { choice, textControl } from './plain-controls.ts';

/** Draws the control of a member; passed along so that controls may nest. */
type DrawControl = (schema: z.ZodType) => Control;

/** The control for a union without a discriminator: one text or one by language, a choice, or one of several kinds. */
export function unionControl(core: z.ZodUnion, meta: z.GlobalMeta, draw: DrawControl): Control {
  const members = core.options.flatMap((member) => (member instanceof z.ZodType ? [unwrapped(member)] : []));
  const values = members.map(literalValues);
  if (values.every((list) => list !== undefined)) return choice(values.flat(), meta);
  const text = members.find((member) => member.def.type === 'string');
  if (text !== undefined && members.length === 2 && members.some(isTextByLanguage)) {
    return textControl(text, { ...metaOf(text), ...meta }, true);
  }
  const options = members.map((member) => unionOption(member, meta, draw));
  const kinds = new Set(options.map((option) => option.label));
  if (kinds.size === 1 && options[0] !== undefined) return options[0].control;
  return options.some(({ control }) => control.kind === 'json' && control.shape === 'any')
    ? { kind: 'json', shape: 'any' }
    : { kind: 'union', options };
}

function literalValues(member: z.ZodType): readonly unknown[] | undefined {
  if (member instanceof z.ZodEnum) return member.options;
  return member instanceof z.ZodLiteral ? [...member.values] : undefined;
}

function isTextByLanguage(member: z.ZodType): boolean {
  return (
    member instanceof z.ZodRecord &&
    member.valueType instanceof z.ZodType &&
    unwrapped(member.valueType).def.type === 'string'
  );
}

function unionOption(member: z.ZodType, meta: z.GlobalMeta, draw: DrawControl): UnionOption {
  const { title: own } = metaOf(member);
  const { unit, labels } = meta;
  const control = withUnit(draw(member), unit);
  if (control.kind === 'choice' && control.options.length === 1 && control.options[0] !== undefined) {
    const { value, label } = control.options[0];
    return { control, label: labels?.[String(value)] ?? own ?? label, blank: value };
  }
  return { control, label: own ?? kindLabels[control.kind], blank: blankOf(control) };
}

function withUnit(control: Control, unit: z.GlobalMeta['unit']): Control {
  return control.kind === 'number' && unit !== undefined ? { unit, ...control } : control;
}

const kindLabels: Readonly<Record<Control['kind'], string>> = {
  text: 'Text',
  number: 'Number',
  switch: 'Yes or no',
  choice: 'One of a list',
  list: 'List',
  object: 'Settings',
  variant: 'Settings',
  record: 'Names and values',
  union: 'Other',
  hours: 'Opening hours',
  flow: 'Flow',
  flow_version: 'Version',
  flow_inputs: 'Names and values',
  flow_outputs: 'Names',
  json: 'JSON',
};
