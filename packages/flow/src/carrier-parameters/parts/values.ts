import { z } from 'zod';

interface NumberRules {
  min?: number;
  max?: number;
  /** What is counted, in the plural: "milliseconds". */
  of: string;
}

/** A whole number within limits; every refusal says the limits. */
export function wholeNumber({ min, max, of }: NumberRules) {
  const error = `Use a whole number of ${of}${range(min, max)}.`;
  const number = z.int({ error });
  const bounded = min === undefined ? number : number.min(min, error);
  return max === undefined ? bounded : bounded.max(max, error);
}

/** A number that may have decimals; every refusal says the limits. */
export function decimalNumber({ min, max, of }: NumberRules) {
  const error = `Use a number of ${of}${range(min, max)}.`;
  const number = z.number({ error });
  const bounded = min === undefined ? number : number.min(min, error);
  return max === undefined ? bounded : bounded.max(max, error);
}

function range(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && max !== undefined) return ` from ${min} to ${max}`;
  if (min !== undefined) return `, ${min} or more`;
  return max === undefined ? '' : `, ${max} or less`;
}

/** One of a list of texts; the refusal names them, or is the sentence given. */
export function choice<const Values extends readonly [string, ...string[]]>(values: Values, cure?: string) {
  return z.enum(values, { error: cure ?? `Choose one of: ${values.join(', ')}.` });
}

/** On or off. */
export function yesNo() {
  return z.boolean({ error: 'Choose yes (true) or no (false).' });
}

/** A group of fields inside a parameter. */
export function settings<Fields extends z.ZodRawShape>(fields: Fields) {
  return z.object(fields, { error: 'Write these settings as an object, between { and }.' });
}

/** A list of one kind of thing. */
export function list<Item extends z.ZodType>(item: Item) {
  return z.array(item, { error: 'Write a list, between [ and ].' });
}

/** An object whose content the carrier leaves open. */
export function jsonObject() {
  return z.record(z.string(), z.json(), { error: 'Write a JSON object, between { and }.' });
}
