import { type Json, type JsonObject, isJsonObject } from '../json.ts';

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
