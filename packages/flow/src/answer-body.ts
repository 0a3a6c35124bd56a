import { parseExactly } from './exact-json.ts';
import type { Json } from './json.ts';

/**
 * What a server said, as a value. A body that says it is JSON is read as that; so is an object or a list under any other
 * type, for many servers name none or the wrong one. All else is text, and so is JSON that can't be read.
 */
export function readAnswerBody(text: string, contentType: string): Json {
  const looksLikeJson = /^\s*[[{]/.test(text);
  const read = isJsonType(contentType) || looksLikeJson ? parseExactly(text) : undefined;
  return read === undefined ? text : read;
}

/** Whether a content type is one of JSON: application/json, text/json, application/problem+json. */
export function isJsonType(contentType: string): boolean {
  return /[/+]json$/i.test(contentType.split(';')[0]?.trim() ?? '');
}
