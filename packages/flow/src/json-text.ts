import { type ParseError, printParseErrorCode, visit } from 'jsonc-parser';
import { tooDeepAt } from './json.ts';

/** A stretch of a text: `offset` and `length` in characters, `line` and `column` from 1. */
export interface Stretch {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

/** A JSON text read, or what is wrong with it, in one sentence, and where; `path` leads to a name that stands twice. */
export type JsonTextReading =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly complaint: string;
      readonly at: Stretch;
      readonly path?: readonly (string | number)[];
    };

/**
 * Reads JSON as people and tools write it into files: a byte order mark is no fault, a name that stands twice in one
 * object is, for all but its last value would be lost without a word. Never throws.
 */
export function readJson(text: string): JsonTextReading {
  const plain = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  try {
    const value: unknown = JSON.parse(plain);
    // Whoever reads on refuses what is too deep to be walked.
    const twin = tooDeepAt(value) === null ? twinIn(plain) : undefined;
    return twin === undefined ? { ok: true, value } : { ok: false, ...twin };
  } catch {
    return { ok: false, ...faultIn(plain) };
  }
}

/** The complaint with its line, where there is more than one line. */
export function withLine({ complaint, at }: Extract<JsonTextReading, { ok: false }>, text: string): string {
  return text.trim().includes('\n') ? `Line ${at.line}: ${complaint}` : complaint;
}

const BYTE_ORDER_MARK = '\uFEFF';

const strict = { disallowComments: true, allowTrailingComma: false };

type Fault = Omit<Extract<JsonTextReading, { ok: false }>, 'ok'>;

/** The second of two names in one object. */
function twinIn(text: string): Fault | undefined {
  const open: Map<string, number>[] = [];
  let found: Fault | undefined;
  visit(text, {
    onObjectBegin: () => void open.push(new Map()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty(name, offset, length, line, column, pathTo) {
      const names = open.at(-1);
      const first = names?.get(name);
      if (first === undefined) {
        names?.set(name, line + 1);
        return;
      }
      const where = first === line + 1 ? '' : `, after line ${first}`;
      found ??= {
        complaint: `The name ${text.slice(offset, offset + length)} stands here a second time${where}.`,
        at: { offset, length, line: line + 1, column: column + 1 },
        path: [...pathTo(), name],
      };
    },
  });
  return found;
}

function faultIn(text: string): Fault {
  let first: Fault | undefined;
  try {
    visit(
      text,
      {
        onError(error, offset, length, line, column) {
          const at = { offset, length, line: line + 1, column: column + 1 };
          first ??= { complaint: wordsOf(error, text.slice(offset, offset + length)), at };
        },
      },
      strict,
    );
  } catch {
    // It goes down into the text step by step, and does not come back from one that is deep enough.
  }
  return first ?? { complaint: 'This is not JSON.', at: { offset: 0, length: 0, line: 1, column: 1 } };
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

function wordsOf(error: ParseError['error'], found: string): string {
  const code = printParseErrorCode(error);
  if (code !== 'InvalidSymbol') return words[code] ?? 'This is not JSON.';
  return `${found} is not JSON: texts and names stand in double quotes.`;
}
