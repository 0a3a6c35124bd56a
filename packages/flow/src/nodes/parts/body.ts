import { type Json, type JsonObject, isJsonObject } from '../../json.ts';

/** The body of a command: parameters without those that are not set, at any depth. */
export function bodyOf(params: Readonly<Record<string, unknown>>): JsonObject {
  const entries = Object.entries(params).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, present(value)]));
}

function present(value: unknown): Json {
  if (Array.isArray(value)) return value.map(present);
  if (isJsonObject(value)) return bodyOf(value);
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw new Error(`A parameter holds a ${typeof value}, which JSON can't.`);
}

/** The same value with every template in it worked out; one that stands alone keeps the kind of its value. */
export function filled(json: Json, value: (template: string) => Json): Json {
  if (typeof json === 'string') return value(json);
  if (Array.isArray(json)) return json.map((item) => filled(item, value));
  if (!isJsonObject(json)) return json;
  return Object.fromEntries(Object.entries(json).map(([key, item]) => [key, filled(item, value)]));
}
