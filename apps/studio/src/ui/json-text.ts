import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { z } from 'zod';
import type { Json } from '@gatherline/flow';

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
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, strict);
  const [first] = errors;
  if (first !== undefined) return refuse(text, wordsOf(first, text), first);
  const twin = tree === undefined ? undefined : twinIn(tree);
  if (twin !== undefined)
    return refuse(text, `The name ${nameOf(text, twin)} stands here a second time.`, twin);
  const parsed = parse(text);
  if (!parsed.ok) return refuse(text, 'This is not JSON.', { offset: 0, length: 0 });
  const { value } = parsed;
  const isList = Array.isArray(value);
  const isObject = typeof value === 'object' && value !== null && !isList;
  const whole = { offset: tree?.offset ?? 0, length: 1 };
  if (shape === 'object' && !isObject) return refuse(text, 'Write an object, between { and }.', whole);
  if (shape === 'list' && !isList) return refuse(text, 'Write a list, between [ and ].', whole);
  return parsed;
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

function parse(text: string) {
  try {
    return { ok: true, value: z.json().parse(JSON.parse(text)) } as const;
  } catch {
    return { ok: false } as const;
  }
}

/** The second of two names in one object: JSON would silently keep one of their values. */
function twinIn(node: Node): Node | undefined {
  const children = node.children ?? [];
  if (node.type === 'object') {
    const seen = new Set<unknown>();
    for (const { children: [name] = [] } of children) {
      if (name !== undefined && seen.has(name.value)) return name;
      seen.add(name?.value);
    }
  }
  for (const child of children) {
    const twin = twinIn(child);
    if (twin !== undefined) return twin;
  }
  return undefined;
}

function nameOf(text: string, { offset, length }: Stretch): string {
  return text.slice(offset, offset + length);
}

const words: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'A name in double quotes belongs here. Is there a comma too many before it?',
  ValueExpected: 'A value is missing here.',
  ColonExpected: 'A colon is missing between the name and its value.',
  CommaExpected: 'A comma is missing before this.',
  CloseBraceExpected: 'The closing } is missing.',
  CloseBracketExpected: 'The closing ] is missing.',
  EndOfFileExpected: 'The text should end before this.',
  InvalidCommentToken: 'JSON has no comments.',
  UnexpectedEndOfComment: 'JSON has no comments.',
  UnexpectedEndOfString: 'This text is not closed: a double quote is missing.',
  UnexpectedEndOfNumber: 'This number is not finished.',
  InvalidNumberFormat: 'This is not a number.',
  InvalidUnicode: 'After \\u four digits or letters from a to f are needed.',
  InvalidEscapeCharacter: 'After a backslash only " \\ / b f n r t u may stand.',
  InvalidCharacter: 'This character must be written with a backslash.',
};

function wordsOf(error: ParseError, text: string): string {
  const code = printParseErrorCode(error.error);
  if (code !== 'InvalidSymbol') return words[code] ?? 'This is not JSON.';
  return `${nameOf(text, error)} is not JSON: texts and names stand in double quotes.`;
}
