import { RE2JS, RE2JSException } from 're2js';
import { LimitError } from './limits.ts';

/** Longest pattern, in characters: what it costs to look for it grows with its length. */
const LONGEST = 500;

const CACHE_SIZE = 200;
const compiled = new Map<string, RE2JS>();

/**
 * Whether a pattern (RE2's syntax, capitals ignored) is found in a text. It takes time in proportion to both, whatever
 * the pattern; `spend` is told how much. Throws LimitError for a pattern that can't be read.
 */
export function matchesPattern(text: string, pattern: string, spend: (units: number) => void): boolean {
  const read = compile(pattern);
  if (typeof read === 'string') throw new LimitError(read);
  spend(text.length * read.programSize());
  return read.matcher(text).find();
}

/** What is wrong with a pattern, in one sentence; `null` when it reads well. */
export function patternComplaint(pattern: string): string | null {
  const read = compile(pattern);
  return typeof read === 'string' ? read : null;
}

function compile(pattern: string): RE2JS | string {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (pattern.length > LONGEST) return `The pattern is longer than ${LONGEST} characters.`;
  try {
    const read = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
    if (compiled.size >= CACHE_SIZE) compiled.clear();
    compiled.set(pattern, read);
    return read;
  } catch (cause) {
    if (!(cause instanceof RE2JSException)) throw cause;
    return `The pattern "${pattern}" can't be read: ${cause.message}.`;
  }
}
