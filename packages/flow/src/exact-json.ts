import { type Json, tooDeepAt } from './json.ts';

/** A string, which is passed over, or a number. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/gs;
/** Without one of these, every number is held as it is written. */
const longNumber = /\d{16}|[eE]\+?\d{3}/;
const prototype = /__proto__|\\u005f/i;

/**
 * JSON as a value, without loss: a whole number that a JavaScript number can't hold (such as the id 9007199254740993) is kept
 * as text, digit by digit. `undefined` for what is no JSON, or nests deeper than anybody means. Linear in its length.
 */
export function parseExactly(text: string): Json | undefined {
  try {
    const read: Json = JSON.parse(text);
    const exact: Json = longNumber.test(text) ? JSON.parse(text.replace(tokens, inQuotes)) : read;
    if (tooDeepAt(exact) !== null) return undefined;
    return prototype.test(text) ? withoutPrototypes(exact) : exact;
  } catch {
    return undefined;
  }
}

function inQuotes(token: string): string {
  return token.startsWith('"') || isHeld(token) ? token : `"${token}"`;
}

function isHeld(number: string): boolean {
  const value = Number(number);
  return Number.isFinite(value) && (Number.isSafeInteger(value) || !/^-?\d+$/.test(number));
}

function withoutPrototypes(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutPrototypes);
  const entries = Object.entries(value).filter(([name]) => name !== '__proto__');
  return Object.fromEntries(entries.map(([name, one]) => [name, withoutPrototypes(one)]));
}
