import { isJsonObject, type Json, type JsonObject } from '@gatherline/flow';
import type { HttpRequest } from './http-request.ts';
import type { Secrets } from './secret-marks.ts';
import { createSpelledOut, type SpelledOut } from './spelled-out.ts';

/** Takes the secrets of one request out of whatever comes back. */
export interface Redactor {
  text(text: string): string;
  json(value: Json): Json;
  /** Whether a secret stands in it. */
  holds(text: string): boolean;
}

interface Spelling {
  readonly text: string;
  readonly shown: string;
}

/** Shorter than this, an encoded secret is as likely to be something else. */
const shortestEncoded = 4;

/**
 * Each secret is looked for as it is and in the spellings in which servers echo a request. What could pass for a mark of
 * a secret is taken out as well: an answer must not be able to ask for one.
 */
export function createRedactor(
  { auth }: Pick<HttpRequest, 'auth'>,
  secrets: Secrets,
  seal: string,
): Redactor {
  // Headers go out without the blanks around them.
  const named = [...secrets].flatMap(([name, value]): Spelling[] => {
    const shown = `[secret ${name}]`;
    return [...new Set([value, value.trim()])].map((text) => ({ text, shown }));
  });
  const [first] = named;
  const credentials = auth?.type === 'basic' && first !== undefined ? [toCredentials(auth, first.shown)] : [];
  const spellings = [...named, ...[...named, ...credentials].flatMap(encodedSpellings), ...credentials];
  const marks = ['\uFDD0', '\uFDD1', seal].map((text): Spelling => ({ text, shown: '' }));
  const replace = createReplace([...spellings, ...marks].filter(({ text }) => text !== ''));
  const exact = new Map(named.map(({ text, shown }) => [text, shown]));
  const spelledOut = createSpelledOut([...named, ...credentials]);
  const text = (given: string) => spelledOut.text(replace(given));

  return {
    text,
    json(value) {
      const number = (given: number) => numberIn(given, exact) ?? given;
      return redactRows(changed(value, { text, number }), spelledOut);
    },
    holds: (given) => spelledOut.text(createReplace(spellings)(given)) !== given,
  };
}

function toCredentials(auth: { username: string; password: string }, shown: string): Spelling {
  return { text: `${auth.username}:${auth.password}`, shown };
}

function encodedSpellings({ text, shown }: Spelling): readonly Spelling[] {
  const bytes = Buffer.from(text);
  const url = URL.parse(text);
  return [
    ...inJson(text),
    ...inJson(text).flatMap(inJson),
    ...inHtml(text),
    encodeURIComponent(text.toWellFormed()),
    new URLSearchParams({ '': text }).toString().slice(1),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
    // A secret may be a whole address; a server only sees the end of it.
    ...(url === null ? [] : [url.href, url.pathname + url.search, url.pathname, url.search]),
  ]
    .filter((spelling) => spelling.length >= shortestEncoded)
    .map((spelling) => ({ text: spelling, shown }));
}

/** As libraries write a text into JSON: some spare non-ASCII letters, some slashes too. */
function inJson(text: string): readonly string[] {
  const plain = JSON.stringify(text).slice(1, -1);
  const ascii = plain.replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [...new Set([plain, ascii, plain.replaceAll('/', '\\/'), ascii.replaceAll('/', '\\/')])];
}

function inHtml(text: string): readonly string[] {
  const escaped = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
  return [escaped, escaped.replaceAll("'", '&#39;'), escaped.replaceAll("'", '&#x27;')];
}

/** Case is no matter: servers write percent codes, hosts and headers as they like. */
function createReplace(spellings: readonly Spelling[]): (text: string) => string {
  const longestFirst = spellings.toSorted((a, b) => b.text.length - a.text.length);
  if (longestFirst.length === 0) return (text) => text;
  const shown = new Map(longestFirst.map((spelling) => [spelling.text.toLowerCase(), spelling.shown]));
  const pattern = new RegExp(longestFirst.map(({ text }) => escape(text)).join('|'), 'gi');
  return (text) => text.replace(pattern, (found) => shown.get(found.toLowerCase()) ?? '[secret]');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** A secret of digits may come back as a number, with a sign, a fraction or as one. */
function numberIn(value: number, exact: ReadonlyMap<string, string>): string | undefined {
  const [, whole = '', fraction = ''] = /^-?(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? [];
  const readings = [String(value), whole, whole.length < 2 ? fraction : '', whole + fraction];
  const found = readings.find((reading) => reading !== '' && exact.has(reading));
  if (found !== undefined) return exact.get(found);
  // Zeros in front are lost in a number.
  const [, shown] = [...exact].find(([text]) => /^0\d{3,}$/.test(text) && Number(text) === value) ?? [];
  return shown;
}

/** What no text of a value tells by itself, all of them may tell together, one letter each. */
function redactRows(value: Json, spelledOut: SpelledOut): Json {
  const leaves = leavesOf(value);
  const shown = spelledOut.row(leaves);
  if (shown.every((one) => one === null)) return value;
  let next = 0;
  const change = (one: Json): Json => {
    if (typeof one === 'string' || typeof one === 'number') return shown[next++] ?? one;
    if (typeof one !== 'object' || one === null) return one;
    if (Array.isArray(one)) return one.map(change);
    return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, change(inner ?? null)]));
  };
  return change(value);
}

function leavesOf(value: Json): readonly string[] {
  const leaves: string[] = [];
  const collect = (one: Json): void => {
    if (typeof one === 'string' || typeof one === 'number') leaves.push(String(one));
    else if (typeof one === 'object' && one !== null)
      for (const inner of Object.values(one)) if (inner !== undefined) collect(inner);
  };
  collect(value);
  return leaves;
}

interface Change {
  readonly text: (text: string) => string;
  readonly number: (number: number) => Json;
}

/** Walks an answer once; what holds nothing to take out stays the same object, and most answers do. */
function changed(value: Json, change: Change): Json {
  if (typeof value === 'string') return change.text(value);
  if (typeof value === 'number') return change.number(value);
  if (isJsonObject(value)) return changedFields(value, change);
  if (!Array.isArray(value)) return value;
  const items = value.map((item: Json) => changed(item, change));
  return items.every((item, at) => item === value[at]) ? value : items;
}

function changedFields(value: JsonObject, change: Change): JsonObject {
  const names = Object.keys(value);
  const shown = names.map((name) => change.text(name));
  const held = names.map((name) => changed(value[name] ?? null, change));
  const isSame = names.every((name, at) => name === shown[at] && value[name] === held[at]);
  return isSame ? value : Object.fromEntries(shown.map((name, at) => [name, held[at] ?? null]));
}
