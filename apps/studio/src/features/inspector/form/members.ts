import type { Json, JsonObject } from '@gatherline/flow';

/** The object with one member written; `undefined` takes it away. */
export function withMember(members: JsonObject, name: string, value: Json | undefined): JsonObject {
  if (value !== undefined) return { ...members, [name]: value };
  return Object.fromEntries(Object.entries(members).filter(([key]) => key !== name));
}

/** Whether a value may be one of a list to choose from. */
export function isPlain(value: Json | undefined): value is string | number | boolean | null {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
