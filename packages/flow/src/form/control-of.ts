import { z } from 'zod';
import type { Control, Field, NumberControl } from './field.ts';
import { metaOf, unwrapped } from './meta-of.ts';
import { choice, isFlowControl, textControl } from './plain-controls.ts';
import { unionControl } from './union-control.ts';
import { variantControl } from './variant-control.ts';

/** Draws the fields of an object; passed along so that controls and fields may nest. */
type DrawFields = (schema: z.ZodObject) => readonly Field[];

/** The control for one schema. */
export function controlOf(schema: z.ZodType, draw: DrawFields): Control {
  const meta = metaOf(schema);
  const core = unwrapped(schema);
  if (meta.control === 'hours') return { kind: 'hours' };
  if (isFlowControl(meta.control)) return { kind: meta.control };
  if (core instanceof z.ZodBoolean) return { kind: 'switch' };
  if (core instanceof z.ZodEnum) return choice(core.options, meta);
  if (core instanceof z.ZodLiteral) return choice([...core.values], meta);
  if (core instanceof z.ZodNumber) return numberControl(core, meta);
  if (core instanceof z.ZodArray) return listControl(core, draw);
  if (core instanceof z.ZodObject) return objectControl(core, draw);
  if (core instanceof z.ZodRecord) return recordControl(core, draw);
  if (core instanceof z.ZodDiscriminatedUnion) return variantControl(core, meta.labels, draw);
  if (core instanceof z.ZodUnion) return unionControl(core, meta, (member) => controlOf(member, draw));
  return core.def.type === 'string' || core.def.type === 'template_literal'
    ? textControl(core, meta, false)
    : { kind: 'json', shape: 'any' };
}

function numberControl(core: z.ZodNumber, meta: z.GlobalMeta): NumberControl {
  const isBound = (bound: number | null) => bound !== null && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  return {
    kind: 'number',
    integer: core.isInt,
    ...(core.minValue !== null && isBound(core.minValue) ? { min: core.minValue } : {}),
    ...(core.maxValue !== null && isBound(core.maxValue) ? { max: core.maxValue } : {}),
    ...(meta.unit === undefined ? {} : { unit: meta.unit }),
  };
}

function listControl(core: z.ZodArray, draw: DrawFields): Control {
  const element = core.element;
  if (!(element instanceof z.ZodType)) return { kind: 'json', shape: 'list' };
  const item = controlOf(element, draw);
  if (item.kind === 'json' && item.shape === 'any') return { kind: 'json', shape: 'list' };
  const min = lengthLimit(core, 'min_length');
  const max = lengthLimit(core, 'max_length');
  return { kind: 'list', item, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

const lengthSchema = z.object({
  check: z.string(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});

function lengthLimit(core: z.ZodArray, check: 'min_length' | 'max_length'): number | undefined {
  for (const { _zod } of core.def.checks ?? []) {
    const found = lengthSchema.safeParse(_zod.def);
    if (found.success && found.data.check === check) return found.data.minimum ?? found.data.maximum;
  }
  return undefined;
}

function objectControl(core: z.ZodObject, draw: DrawFields): Control {
  const fields = draw(core);
  return fields.length === 0 ? { kind: 'json', shape: 'object' } : { kind: 'object', fields };
}

function recordControl(core: z.ZodRecord, draw: DrawFields): Control {
  const inner = core.valueType;
  const value: Control = inner instanceof z.ZodType ? controlOf(inner, draw) : { kind: 'json', shape: 'any' };
  return value.kind === 'json' && value.shape === 'any'
    ? { kind: 'json', shape: 'object' }
    : { kind: 'record', value };
}
