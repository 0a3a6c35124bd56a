import { isJsonObject, type Json, type JsonObject } from './json.ts';
import type { Flow, ValueType } from './schema.ts';

/** What goes into a flow or comes out of it, each value of the kind that the flow declares; or why that can't be. */
export type Handed =
  | { readonly ok: true; readonly values: JsonObject }
  | { readonly ok: false; readonly why: string };

/**
 * The inputs of a flow: converted to the kinds it declares, defaults filled in, undeclared ones left out. A flow that
 * declares none takes whatever it is given.
 */
export function takeInputs({ id, inputs }: Pick<Flow, 'id' | 'inputs'>, given: JsonObject): Handed {
  if (Object.keys(inputs).length === 0) return { ok: true, values: given };
  const taken = Object.entries(inputs).map(([name, { type, required, default: fallback }]) => {
    const value = given[name];
    if (!isMissing(value)) return { name, ...toKind(value, type) };
    if (fallback !== undefined) return { name, value: fallback };
    return required === true ? { name, wrong: 'is missing' } : { name };
  });
  return together(taken, (name, wrong) => `The flow ${id} can't begin: its input ${name} ${wrong}.`);
}

/** The defaults of a flow's inputs, for a call that begins in it. */
export function inputDefaults({ inputs }: Pick<Flow, 'inputs'>): JsonObject {
  const given = Object.entries(inputs).flatMap(([name, { default: value }]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(given);
}

/** The same for what a flow gives back; a value that is not there is `null`. */
export function takeOutputs({ id, outputs }: Pick<Flow, 'id' | 'outputs'>, given: JsonObject): Handed {
  if (Object.keys(outputs).length === 0) return { ok: true, values: given };
  const taken = Object.entries(outputs).map(([name, { type }]) => {
    const value = given[name];
    return isMissing(value) ? { name, value: null } : { name, ...toKind(value, type) };
  });
  return together(taken, (name, wrong) => `The flow ${id} gives no good ${name}: it ${wrong}.`);
}

interface Taken {
  readonly name: string;
  readonly value?: Json;
  readonly wrong?: string;
}

function together(taken: readonly Taken[], complaint: (name: string, wrong: string) => string): Handed {
  const bad = taken.find(({ wrong }) => wrong !== undefined);
  if (bad?.wrong !== undefined) return { ok: false, why: complaint(bad.name, bad.wrong) };
  const there = taken.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const]));
  return { ok: true, values: Object.fromEntries(there) };
}

/** A template that reads what is not known gives `null`, or an empty text. */
function isMissing(value: Json | undefined): value is null | undefined | '' {
  return value === undefined || value === null || value === '';
}

type Kind = { readonly value: Json } | { readonly wrong: string };

/** What comes from a form or a template is often a text, also where it means a number or yes and no. */
function toKind(value: Json, type: ValueType): Kind {
  const converted = converters[type](value);
  return converted === undefined
    ? { wrong: `is ${kindOf(value)}, not ${wanted[type]}` }
    : { value: converted };
}

const converters: { readonly [type in ValueType]: (value: Json) => Json | undefined } = {
  text: (value) => (typeof value === 'object' ? undefined : String(value)),
  number: toNumber,
  boolean: toBoolean,
  list: (value) => (Array.isArray(value) ? value : undefined),
  object: (value) => (isJsonObject(value) ? value : undefined),
};

function toNumber(value: Json): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function toBoolean(value: Json): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

const wanted: { readonly [type in ValueType]: string } = {
  text: 'a text',
  number: 'a number',
  boolean: 'yes or no (true or false)',
  list: 'a list',
  object: 'an object',
};

/** The kind of a value in words; the value itself may be nobody's business. */
function kindOf(value: Json): string {
  if (Array.isArray(value)) return wanted.list;
  if (typeof value === 'string') return wanted.text;
  if (typeof value === 'number') return wanted.number;
  return typeof value === 'boolean' ? 'yes or no' : wanted.object;
}
