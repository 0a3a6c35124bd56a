import type { Json } from '../json.ts';
import { nearest } from './near.ts';
import type { Kind, Parameter, Value } from './parameter.ts';

const kinds: Readonly<Record<Kind, string>> = {
  string: 'a text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};

/** Lists of values up to this long are written out. */
const SHORT_LIST = 12;
/** Texts up to this long are quoted, in characters. */
const SHORT_TEXT = 40;

/** What the carrier takes, as in "a whole number from 100 to 500"; `value` is what was written instead. */
export function expected(parameter: Parameter, value?: Json): string {
  const { anyOf, begins, kind, values } = parameter;
  if (anyOf !== undefined) return anyOf.map((option) => expected(option, value)).join(', or ');
  if (values !== undefined) return oneOf(values, value);
  if (kind === undefined) return 'a value';
  if (begins !== undefined) return `${kinds[kind]} that begins with ${begins.join(' or ')}`;
  return `${kinds[kind]}${range(parameter)}`;
}

function oneOf(values: readonly Value[], value: Json | undefined): string {
  const names = values.map(String);
  if (names.length === 1) return names.join('');
  if (names.length <= SHORT_LIST) return `one of ${names.join(', ')}`;
  const near = typeof value === 'string' ? nearest(value, names) : [];
  return `one of ${names.length} words, like ${(near.length > 0 ? near : names.slice(0, 3)).join(', ')}`;
}

function range({ kind, min, max }: Parameter): string {
  const of = kind === 'string' ? ' characters' : kind === 'array' ? ' items' : '';
  if (of !== '') return max === undefined ? '' : ` of up to ${max}${of}`;
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return `, ${min} or more`;
  return max === undefined ? '' : `, ${max} or less`;
}

/** What was written, as in `"left"`, "5" or "a text of 4001 characters". */
export function shown(value: Json): string {
  if (typeof value === 'string')
    return value.length > SHORT_TEXT ? `a text of ${value.length} characters` : JSON.stringify(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}
