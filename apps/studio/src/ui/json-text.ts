import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import { z } from 'zod';
import { type Json, readJson } from '@gatherline/flow';

export type JsonShape = 'object' | 'list' | 'any';

/** A stretch of a text, in characters from its beginning; `line` and `column` count from 1. */
export interface TextPlace {
  readonly from: number;
  readonly to: number;
  readonly line: number;
  readonly column: number;
}

/** Something to mend in a text, and where. */
export interface TextMark {
  readonly severity: 'error' | 'warning';
  readonly text: string;
  readonly place: TextPlace;
}

export type JsonReading =
  | { readonly ok: true; readonly value: Json | undefined }
  | { readonly ok: false; readonly complaint: string; readonly place: TextPlace };

/** Reads a JSON text of the given shape; an empty text is no value. A complaint names what is wrong, its place where. */
export function readJsonText(text: string, shape: JsonShape): JsonReading {
  if (text.trim() === '') return { ok: true, value: undefined };
  const reading = readJson(text);
  if (!reading.ok) return refuse(text, reading.complaint, reading.at);
  const { value } = reading;
  const isList = Array.isArray(value);
  const isObject = typeof value === 'object' && value !== null && !isList;
  const whole = { offset: text.length - text.trimStart().length, length: 1 };
  if (shape === 'object' && !isObject) return refuse(text, 'Write an object, between { and }.', whole);
  if (shape === 'list' && !isList) return refuse(text, 'Write a list, between [ and ].', whole);
  return { ok: true, value: z.json().parse(value) };
}

/** "Line 3: a comma is missing before this."; without the line where there is only one. */
export function complaintInWords(
  { complaint, place }: Extract<JsonReading, { ok: false }>,
  text: string,
): string {
  return text.trim().includes('\n') ? `Line ${place.line}: ${complaint}` : complaint;
}

/** Where the value at `path` stands in a JSON text; failing that the nearest value around it. */
export function placeInJson(text: string, path: readonly (string | number)[]): TextPlace {
  const tree = parseTree(text, [], strict);
  if (tree === undefined) return placeOf(text, { offset: 0, length: 1 });
  for (let length = path.length; length > 0; length -= 1) {
    const found = findNodeAtLocation(tree, path.slice(0, length));
    // A name and its value are shown together; an item of a list stands alone.
    const shown = found?.parent?.type === 'property' ? found.parent : found;
    if (shown !== undefined) return placeOf(text, shown);
  }
  return placeOf(text, { offset: tree.offset, length: 1 });
}

const strict = { disallowComments: true, allowTrailingComma: false };

interface Stretch {
  readonly offset: number;
  readonly length: number;
}

function refuse(text: string, complaint: string, at: Stretch): JsonReading {
  return { ok: false, complaint, place: placeOf(text, at) };
}

function placeOf(text: string, { offset, length }: Stretch): TextPlace {
  const before = text.slice(0, offset).split('\n');
  return {
    from: Math.min(offset, text.length),
    to: Math.min(offset + length, text.length),
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
  };
}
