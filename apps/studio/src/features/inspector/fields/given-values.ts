import { isJsonObject, isTemplate, type Json, type ValueType } from '@gatherline/flow';
import { inputText, inputValue } from './input-values.ts';

/** One value that a flow is given: a text, or a template; a template alone keeps the kind of its value. */
export interface Given {
  readonly name: string;
  readonly value: string;
}

/** The rows of a parameter that holds names and values; what is no such row is left out. */
export function givenIn(value: Json | undefined): readonly Given[] {
  const rows = Array.isArray(value) ? value.filter(isJsonObject) : [];
  return rows.flatMap(({ name, value: held }) =>
    typeof name === 'string' && typeof held === 'string' ? [{ name, value: held }] : [],
  );
}

/** The rows with one value written or taken away; `undefined` when none is left. */
export function withGiven(
  rows: readonly Given[],
  name: string,
  value: string | undefined,
): readonly { readonly name: string; readonly value: string }[] | undefined {
  const others = rows.filter((row) => row.name !== name);
  if (value === undefined) return others.length === 0 ? undefined : others;
  return rows.some((row) => row.name === name)
    ? rows.map((row) => (row.name === name ? { name, value } : row))
    : [...rows, { name, value }];
}

/** What a person writes, as the file has it: a number, yes and no stand in braces, to keep their kind. */
export function givenValue(type: ValueType, text: string): string {
  const value = inputValue(type, text);
  return typeof value === 'number' || typeof value === 'boolean' ? `{{ ${value} }}` : text;
}

const LITERAL = /^\{\{\s*(-?\d+(?:\.\d+)?|true|false)\s*\}\}$/;

/** A given value as a person writes it. */
export function givenText(type: ValueType, value: string | undefined): string | undefined {
  const literal = type === 'number' || type === 'boolean' ? LITERAL.exec(value ?? '')?.[1] : undefined;
  return literal === undefined ? value : inputText(inputValue(type, literal));
}

/** What is wrong with a given value; a template may become anything. */
export function givenComplaint(type: ValueType, value: string | undefined): string | undefined {
  if (value === undefined || type === 'text' || isTemplate(value)) return undefined;
  return complaints[type];
}

const complaints: Readonly<Record<Exclude<ValueType, 'text'>, string>> = {
  number: 'Write a number, such as 3, or a value in {{ }}.',
  boolean: 'Write yes or no, or a value in {{ }}.',
  list: 'Write a value in {{ }} that is a list.',
  object: 'Write a value in {{ }} that is an object.',
};
