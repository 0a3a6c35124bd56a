import { wordOperators } from './operators.ts';

/** A piece of a condition: a value with its filters, or what stands between two of them. */
export interface ConditionPart {
  readonly kind: 'operand' | 'operator';
  readonly text: string;
}

const WORDS = ['and', 'or', 'not', 'contains', ...wordOperators].join('|');
const OPERATOR = new RegExp(`(?:[=!<>]=|[<>]|(?<![\\w.-])(?:${WORDS})(?![\\w-]))`, 'y');

/** Takes a condition apart. What stands in quotes or brackets belongs to the value around it. */
export function partsOf(condition: string): readonly ConditionPart[] {
  const parts: ConditionPart[] = [];
  let from = 0;
  const keep = (to: number) => {
    const text = condition.slice(from, to).trim();
    if (text !== '') parts.push({ kind: 'operand', text });
  };
  for (let at = 0; at < condition.length; ) {
    const closed = closedAt(condition, at);
    OPERATOR.lastIndex = at;
    const [operator] = closed === at ? (OPERATOR.exec(condition) ?? []) : [];
    if (operator === undefined) {
      at = Math.max(closed, at + 1);
      continue;
    }
    keep(at);
    parts.push({ kind: 'operator', text: operator });
    at += operator.length;
    from = at;
  }
  keep(condition.length);
  return parts;
}

/** The value of an operand, and its filters with the bar before them. */
export function splitFilters(operand: string): { readonly value: string; readonly filters: string } {
  for (let at = 0; at < operand.length; ) {
    const closed = closedAt(operand, at);
    if (closed === at && operand[at] === '|')
      return { value: operand.slice(0, at).trim(), filters: operand.slice(at) };
    at = Math.max(closed, at + 1);
  }
  return { value: operand.trim(), filters: '' };
}

/** The condition as Liquid reads it: what has filters, and what compares by an operator of ours, stands in brackets. */
export function toLiquid(condition: string): string {
  const words: string[] = [];
  const parts = partsOf(condition);
  for (let at = 0; at < parts.length; at += 1) {
    const [left, operator, right] = parts.slice(at, at + 3);
    if (left === undefined) break;
    const isOurs = wordOperators.some((word) => word === operator?.text);
    if (left.kind === 'operand' && isOurs && right?.kind === 'operand') {
      words.push(`(${inBrackets(left.text)} ${operator?.text} ${inBrackets(right.text)})`);
      at += 2;
    } else words.push(left.kind === 'operand' ? inBrackets(left.text) : left.text);
  }
  return words.join(' ');
}

function inBrackets(operand: string): string {
  const { value, filters } = splitFilters(operand);
  const inside = value.startsWith('(') && value.endsWith(')') ? `(${toLiquid(value.slice(1, -1))})` : value;
  return filters === '' ? inside : `(${inside} ${filters})`;
}

/** Where a quoted or bracketed stretch that begins here ends; the place itself where none does. */
function closedAt(text: string, at: number): number {
  const first = text[at];
  if (first === '"' || first === "'") return quoteEnd(text, at);
  if (first !== '(' && first !== '[') return at;
  let depth = 0;
  for (let place = at; place < text.length; ) {
    const sign = text[place];
    if (sign === '"' || sign === "'") {
      place = quoteEnd(text, place);
      continue;
    }
    if (sign === '(' || sign === '[') depth += 1;
    if (sign === ')' || sign === ']') depth -= 1;
    place += 1;
    if (depth === 0) return place;
  }
  return text.length;
}

function quoteEnd(text: string, at: number): number {
  for (let place = at + 1; place < text.length; place += 1) {
    if (text[place] === '\\') place += 1;
    else if (text[place] === text[at]) return place + 1;
  }
  return text.length;
}
