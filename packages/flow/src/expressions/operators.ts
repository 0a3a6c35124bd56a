import { type Context, defaultOperators, toValue } from 'liquidjs';
import { matchesPattern } from './patterns.ts';

/** Operators that Liquid has not: about the words of callers, whose capitals mean nothing. */
export const wordOperators = ['starts_with', 'ends_with', 'matches'] as const;

type Operator = (left: unknown, right: unknown, context: Context) => boolean;

/**
 * Compares as people mean it: a key and the number on it are equal, numbers written as text are ordered as numbers, and
 * true is true however a server writes it. Two texts are equal letter by letter.
 */
export const operators: typeof defaultOperators = {
  ...defaultOperators,
  '==': byKinds('==', isEqual),
  '!=': byKinds('!=', (left, right) => !isEqual(left, right)),
  '>': byKinds('>', (left, right) => order(left, right) > 0),
  '>=': byKinds('>=', (left, right) => order(left, right) >= 0),
  '<': byKinds('<', (left, right) => order(left, right) < 0),
  '<=': byKinds('<=', (left, right) => order(left, right) <= 0),
  contains: byKinds('contains', contains),
  starts_with: (left: unknown, right: unknown) => said(left).startsWith(said(right)),
  ends_with: (left: unknown, right: unknown) => said(left).endsWith(said(right)),
  matches: (left, right, context) =>
    matchesPattern(said(left), textOf(right), (units) => context.memoryLimit.use(units)),
};

function byKinds(name: string, compare: Operator): (typeof defaultOperators)[string] {
  const usual = defaultOperators[name];
  if (usual === undefined) throw new Error(`Liquid has no operator ${name}.`);
  return (left, right, context) =>
    // Liquid's own empty, blank and nil know how to compare themselves.
    compares(left) || compares(right)
      ? usual(left, right, context)
      : compare(toValue(left), toValue(right), context);
}

function compares(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && 'equals' in value && typeof value.equals === 'function'
  );
}

function isEqual(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((item, index) => isEqual(item, right[index]));
  if (left === right) return true;
  if (typeof left === typeof right) return false;
  if (typeof left === 'boolean' || typeof right === 'boolean') return said(left) === said(right);
  const [one, other] = [numberOf(left), numberOf(right)];
  return one !== null && one === other;
}

/** Below, at or above nought; not a number where the two can't be ordered. */
function order(left: unknown, right: unknown): number {
  const [one, other] = [numberOf(left), numberOf(right)];
  if (one !== null && other !== null) return one - other;
  if (typeof left !== 'string' || typeof right !== 'string') return Number.NaN;
  return left < right ? -1 : Number(left > right);
}

function contains(left: unknown, right: unknown): boolean {
  if (Array.isArray(left)) return left.some((item) => isEqual(item, right));
  return typeof left === 'string' && said(left).includes(said(right));
}

/** A number, or the text of one. */
export function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : null;
}

function textOf(value: unknown): string {
  const plain: unknown = toValue(value);
  return typeof plain === 'string' || typeof plain === 'number' || typeof plain === 'boolean'
    ? String(plain)
    : '';
}

/** Without its capitals, and without the blanks around it. */
function said(value: unknown): string {
  return textOf(value).trim().toLowerCase();
}
