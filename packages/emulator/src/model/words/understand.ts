import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { numberIn } from './numbers.ts';
import { plain } from './plain.ts';

/** A field an assistant shall collect, from one property of the request's JSON Schema. */
export type Field = { name: string; question: string; type: string; choices: Choice[] };

type Choice = string | number | boolean;

const yes = new Set([
  'yes',
  'yeah',
  'yep',
  'yup',
  'sure',
  'correct',
  'right',
  'true',
  'okay',
  'ok',
  'si',
  'sí',
  'ja',
  'oui',
]);
const no = new Set(['no', 'nope', 'nah', 'not', 'wrong', 'false', 'never', 'nein', 'non']);

/** Reads the properties of a gather's `parameters`, in their order. */
export function fieldsOf(parameters: Record<string, unknown>): Field[] {
  const properties = parameters['properties'];
  if (!isJsonObject(properties)) return [];
  return Object.entries(properties).map(([name, property]) =>
    toField(name, isJsonObject(property) ? property : {}),
  );
}

function toField(name: string, property: Record<string, unknown>): Field {
  const { type, description, enum: choices } = property;
  const named = Array.isArray(type) ? type.find((one) => one !== 'null') : type;
  return {
    name,
    question: questionOf(typeof description === 'string' ? description.trim() : '', name),
    type: typeof named === 'string' ? named : 'string',
    choices: Array.isArray(choices) ? choices.filter(isChoice) : [],
  };
}

function questionOf(description: string, name: string): string {
  if (description === '') return `Please tell me the ${name.replaceAll('_', ' ')}.`;
  return /[.?!]$/.test(description) ? description : `${description}?`;
}

/** What a sentence gives for a field; undefined when it can't be understood as one. */
export function understand(field: Field, text: string): Json | undefined {
  if (field.choices.length > 0) return choiceIn(field.choices, text);
  if (field.type === 'integer' || field.type === 'number') {
    const number = numberIn(text);
    const fits = number !== null && (field.type === 'number' || Number.isInteger(number));
    return fits ? number : undefined;
  }
  if (field.type === 'boolean') return answerIn(text);
  const words = text.trim();
  if (words === '') return undefined;
  return field.type === 'array' ? [words] : words;
}

/** Those of the given values that belong to a field; others are left out, as no schema asked for them. */
export function knownFills(fields: readonly Field[], fills: JsonObject): JsonObject {
  const names = new Set(fields.map(({ name }) => name));
  return Object.fromEntries(Object.entries(fills).filter(([name]) => names.has(name)));
}

function isChoice(value: unknown): value is Choice {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function choiceIn(choices: readonly Choice[], text: string): Choice | undefined {
  const said = plain(text);
  const exact = choices.find((choice) => plain(String(choice)) === said);
  return exact ?? choices.find((choice) => ` ${said} `.includes(` ${plain(String(choice))} `));
}

function answerIn(text: string): boolean | undefined {
  const words = plain(text).split(' ');
  if (words.some((word) => no.has(word))) return false;
  return words.some((word) => yes.has(word)) ? true : undefined;
}
