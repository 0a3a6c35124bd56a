import { z } from 'zod';
import type { FieldControl, HandMadeControl } from '../carrier-parameters/parts/meta.ts';
import type { ChoiceControl, FlowControl, Option, TextControl } from './field.ts';
import { readable } from './readable.ts';

/** A text, by language where `byLanguage` says so. */
export function textControl(core: z.ZodType, meta: z.GlobalMeta, byLanguage: boolean): TextControl {
  const limit = meta.maxCharacters ?? (core instanceof z.ZodString ? core.maxLength : null);
  return {
    kind: 'text',
    as: textKind(meta.control),
    ...(typeof limit === 'number' ? { maxCharacters: limit } : {}),
    template: core.safeParse('{{ call.from }}').success,
    byLanguage,
    mayBeEmpty: core.safeParse('').success,
  };
}

function textKind(control: FieldControl | undefined): TextControl['as'] {
  if (control === undefined || control === 'json' || control === 'hours') return 'line';
  return isFlowControl(control) || isHandMade(control) ? 'line' : control;
}

/** Whether the metadata say that a field names another flow, or belongs to one that does. */
export function isFlowControl(control: FieldControl | undefined): control is FlowControl['kind'] {
  return (
    control === 'flow' ||
    control === 'flow_version' ||
    control === 'flow_inputs' ||
    control === 'flow_outputs'
  );
}

/** Whether the metadata name a control that is made by hand. */
export function isHandMade(control: FieldControl | undefined): control is HandMadeControl {
  return control === 'choices' || control === 'branches' || control === 'asked_fields';
}

/** A choice among plain values, with the words of `meta.labels` where there are some. */
export function choice(values: readonly unknown[], meta: z.GlobalMeta): ChoiceControl {
  return {
    kind: 'choice',
    ...(meta.control === undefined ? {} : { as: meta.control }),
    options: values.flatMap((value) => (isPlain(value) ? [option(value, meta.labels)] : [])),
  };
}

function isPlain(value: unknown): value is Option['value'] {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function option(value: Option['value'], labels: z.GlobalMeta['labels']): Option {
  const words = typeof value === 'string' ? readable(value) : value === null ? 'None' : String(value);
  return { value, label: labels?.[String(value)] ?? words };
}
