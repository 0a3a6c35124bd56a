import type { Field, Json, NumberControl } from '@gatherline/flow';
import { languageName } from '../../../ui/languages.ts';

interface UnitWords {
  readonly unit: string;
  readonly per: number;
}

/** How a number is shown: milliseconds as seconds, because nobody thinks in milliseconds; one of a thing in the singular. */
export function unitWords({ unit }: NumberControl, value: Json | undefined): UnitWords | undefined {
  if (unit === undefined) return undefined;
  return unit === 'ms'
    ? { unit: 's', per: 1000 }
    : { unit: value === 1 ? (singular[unit] ?? unit) : unit, per: 1 };
}

/** A value in words, as its field would show it. */
export function valueInWords({ control }: Pick<Field, 'control'>, value: Json): string {
  if (control.kind === 'number' && typeof value === 'number') {
    const words = unitWords(control, value);
    return words === undefined ? String(value) : `${value / words.per} ${words.unit}`;
  }
  if (control.kind === 'choice') {
    const label = control.options.find((option) => option.value === value)?.label ?? JSON.stringify(value);
    return control.as === 'language' ? languageLabel(value, label) : label;
  }
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const singular: Readonly<Record<string, string>> = {
  digits: 'digit',
  tries: 'try',
  times: 'time',
  words: 'word',
  people: 'person',
  results: 'result',
};

/** A language tag in words; other words among the languages (such as "auto") keep their label. */
export function languageLabel(value: Json, label: string): string {
  const isTag =
    typeof value === 'string' && /^[a-z]{2,3}([-_][A-Za-z0-9]+)*$/.test(value) && value !== 'auto';
  return isTag ? languageName(value.replaceAll('_', '-')) : label;
}

/** What holds while a field is empty: the carrier's default, our own, or an example to follow. */
export function placeholderOf(field: Field): string | undefined {
  if (field.carrierDefault !== undefined && field.carrierDefault !== null) {
    return `Telnyx's default: ${valueInWords(field, field.carrierDefault)}`;
  }
  if (field.default !== undefined) return `Default: ${valueInWords(field, field.default)}`;
  return undefined;
}

/** An example as a person would write it. */
export function exampleOf(field: Field): string | undefined {
  return field.example === undefined ? undefined : valueInWords(field, field.example);
}

/** What one entry of a list is called: "Headers" holds headers, one of them is a header. */
export function entryName(title: string): string {
  const words = title.toLowerCase().replace(/^(its|the) /, '');
  const isPlural = /^(\S+ )?\S+[^s]s$/.test(words);
  return isPlural ? words.replace(/(?<=ch|sh|ss|x)es$|s$/, '') : 'entry';
}
