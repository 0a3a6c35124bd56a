/** Any value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** A JSON object; keys are strings, values any JSON. */
export type JsonObject = { readonly [key: string]: Json };

/** Tells whether a value is a plain object (not null, not an array). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Path = readonly (string | number)[];

/** Every text inside a value, with its path. */
export function* texts(value: Json, path: Path): Generator<readonly [Path, string]> {
  if (typeof value === 'string') yield [path, value];
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* texts(item, [...path, index]);
  else if (isJsonObject(value))
    for (const [key, item] of Object.entries(value)) yield* texts(item, [...path, key]);
}

/** How many lists and objects may stand in one another: more than anybody means, and far from where recursion ends. */
export const DEEPEST = 64;

/** The path of the first thing that stands deeper than that; `null` when nothing does. */
export function tooDeepAt(value: unknown, left = DEEPEST): Path | null {
  if (typeof value !== 'object' || value === null) return null;
  if (left === 0) return [];
  const items: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  for (const [at, item] of items.entries()) {
    const below = tooDeepAt(item, left - 1);
    if (below !== null) return [Array.isArray(value) ? at : (Object.keys(value)[at] ?? ''), ...below];
  }
  return null;
}

/** Says of a value at such a path what is wrong, and what to do. */
export function tooDeepComplaint(path: Path): { readonly message: string; readonly cure: string } {
  const [place, dots] = [path.slice(0, NAMED_STEPS).join('.'), path.length > NAMED_STEPS ? '…' : ''];
  return {
    message: `${place}${dots}: more than ${DEEPEST} lists and objects stand in one another here.`,
    cure: 'Make it flatter.',
  };
}

const NAMED_STEPS = 4;
