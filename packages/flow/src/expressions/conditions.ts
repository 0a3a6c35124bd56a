import { type Token, Tokenizer, TypeGuards } from 'liquidjs';
import type { TemplateScope } from './bounded-context.ts';
import { type ConditionPart, partsOf, splitFilters, toLiquid } from './condition-parts.ts';
import { liquid } from './liquid.ts';
import { messageOf } from './message-of.ts';
import { numberOf, operators } from './operators.ts';
import { patternComplaint } from './patterns.ts';
import { isRoot, rootsInWords } from './roots.ts';
import { TemplateError, valueOf, variablesOf } from './templates.ts';

/** Evaluates a Liquid condition without braces, such as `nodes.ask.result.age > 17`. Throws TemplateError. */
export function holds(condition: string, scope: TemplateScope): boolean {
  try {
    const value = valueOf(toLiquid(condition), scope);
    return value !== undefined && value !== null && value !== false;
  } catch (cause) {
    throw new TemplateError(`The condition "${condition}" failed: ${messageOf(cause)}`, { cause });
  }
}

/** The values that a condition reads, each as its path; empty for one that can't be read. */
export function variablesOfCondition(condition: string): ReturnType<typeof variablesOf> {
  return variablesOf(`{% if ${toLiquid(condition)} %}{% endif %}`);
}

/** What is wrong with a condition, in one sentence; `null` when it reads well. Liquid itself skips what it does not understand. */
export function conditionComplaint(condition: string): string | null {
  const parts = partsOf(condition);
  return structureComplaint(condition) ?? firstOf(parts, rootComplaint) ?? orderingComplaint(parts);
}

/** The same, for one that may still name values that no call has, and compare what has no order. */
export function structureComplaint(condition: string): string | null {
  const text = condition.trim();
  if (text === '') return 'The condition is empty.';
  if (text.includes('{{') || text.includes('{%')) return 'Write it without {{ }}.';
  const parts = partsOf(text);
  return orderComplaint(parts) ?? firstOf(parts, operandComplaint);
}

/** Reads the tokens of a condition as the Liquid of flows does. */
export function tokenizerOf(text: string): Tokenizer {
  return new Tokenizer(text, operators, undefined, undefined, true);
}

function orderComplaint(parts: readonly ConditionPart[]): string | null {
  let wantsValue = true;
  for (const { kind, text } of parts) {
    const isOperator = kind === 'operator';
    if (isOperator && text === 'not' && wantsValue) continue;
    if (isOperator === wantsValue)
      return isOperator ? `A value is missing before ${text}.` : `A comparison is missing before ${text}.`;
    wantsValue = isOperator;
  }
  return wantsValue ? 'A value is missing at its end.' : null;
}

/** One value, with the filters that stand behind it. */
function operandComplaint({ kind, text }: ConditionPart): string | null {
  if (kind === 'operator') return null;
  const { value, filters } = splitFilters(text);
  try {
    const complaint = valueComplaint(value);
    if (complaint !== null || filters === '') return complaint;
    return filtersComplaint(filters);
  } catch (cause) {
    return messageOf(cause);
  }
}

function valueComplaint(text: string): string | null {
  if (text === '') return 'A value is missing before its filter.';
  if (/^\(.*\)$/s.test(text) && !/^\([^()]*\.\.[^()]*\)$/s.test(text))
    return conditionComplaint(text.slice(1, -1));
  const tokenizer = tokenizerOf(text);
  const token = tokenizer.readValue();
  const rest = text.slice(tokenizer.p).trim();
  if (token === undefined || rest !== '')
    return `"${rest || text}" is not understood; compare with ==, !=, >, >=, <, <=, contains, starts_with, ends_with or matches.`;
  if (isQuote(token) && !isClosed(text)) return `The quote of ${text} is not closed.`;
  return null;
}

function rootComplaint({ kind, text }: ConditionPart): string | null {
  const { value } = splitFilters(text);
  const [root] = /^[A-Za-z_][\w-]*/.exec(value) ?? [];
  if (kind === 'operator' || root === undefined || isRoot(root)) return null;
  const token = tokenizerOf(value).readValue();
  if (token === undefined || !TypeGuards.isPropertyAccessToken(token)) return null;
  return root === value
    ? `${root} is no value of a call. Put a text in quotes: "${root}".`
    : `A call has no ${root}. Read one of ${rootsInWords}.`;
}

/** What is asked of the filters is read as the engine does: an unknown one is told by its name. */
function filtersComplaint(filters: string): string | null {
  if (/\|\s*$/.test(filters)) return 'A filter is missing after |.';
  const text = `"" ${filters}`;
  const tokenizer = tokenizerOf(text);
  const read = tokenizer.readFilteredValue();
  const rest = text.slice(tokenizer.p).trim();
  if (rest !== '') return `"${rest}" is not understood.`;
  for (const { name } of read.filters) if (!(name in liquid.filters)) return `There is no filter ${name}.`;
  return null;
}

/** What can be read and yet never hold. */
function orderingComplaint(parts: readonly ConditionPart[]): string | null {
  return firstOf(parts, ({ text }, at) => {
    const right = parts[at + 1];
    if (right === undefined) return null;
    if (text === 'matches') return isQuoted(right.text) ? patternComplaint(contentOf(right.text)) : null;
    if (!['>', '>=', '<', '<='].includes(text)) return null;
    const sides = [parts[at - 1], right];
    const wrong = sides.find((side) => side !== undefined && !hasOrder(side.text));
    return wrong === undefined ? null : `${text} compares numbers or times, and ${wrong.text} is neither.`;
  });
}

/** Times and dates are ordered as texts: they begin with a digit. */
function hasOrder(operand: string): boolean {
  if (isQuoted(operand)) return numberOf(contentOf(operand)) !== null || /^\d/.test(contentOf(operand));
  return !/^(?:true|false|nil|null|empty|blank)$/.test(operand);
}

function isQuoted(text: string): boolean {
  return /^["']/.test(text) && isClosed(text);
}

function contentOf(quoted: string): string {
  return tokenizerOf(quoted).readQuoted()?.content ?? '';
}

function isQuote(token: Token): boolean {
  return TypeGuards.isQuotedToken(token);
}

function isClosed(text: string): boolean {
  return /^(['"]).*\1$/s.test(text);
}

function firstOf(
  parts: readonly ConditionPart[],
  complain: (part: ConditionPart, at: number) => string | null,
): string | null {
  for (const [at, part] of parts.entries()) {
    const complaint = complain(part, at);
    if (complaint !== null) return complaint;
  }
  return null;
}
