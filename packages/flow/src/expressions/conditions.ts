import { type Token, Tokenizer, TypeGuards } from 'liquidjs';
import { messageOf } from './message-of.ts';
import type { TemplateScope } from './bounded-context.ts';
import { TemplateError, valueOf } from './templates.ts';

/** Evaluates a Liquid condition without braces, such as `nodes.ask.result.age > 17`. Throws TemplateError. */
export function holds(condition: string, scope: TemplateScope): boolean {
  try {
    const value = valueOf(condition, scope);
    return value !== undefined && value !== null && value !== false;
  } catch (cause) {
    throw new TemplateError(`The condition "${condition}" failed: ${messageOf(cause)}`, { cause });
  }
}

/** What is wrong with a condition, in one sentence; `null` when it reads well. Liquid itself skips what it does not understand. */
export function conditionComplaint(condition: string): string | null {
  const text = condition.trim();
  if (text === '') return 'The condition is empty.';
  if (text.includes('{{') || text.includes('{%')) return 'Write it without {{ }}.';
  try {
    const tokenizer = new Tokenizer(text);
    const tokens = [...tokenizer.readExpressionTokens()];
    const rest = text.slice(tokenizer.p).trim();
    if (rest !== '' && !rest.startsWith('|'))
      return `"${rest}" is not understood; compare with ==, !=, >, >=, <, <= or contains.`;
    return orderComplaint(tokens);
  } catch (cause) {
    return messageOf(cause);
  }
}

function orderComplaint(tokens: readonly Token[]): string | null {
  let wantsValue = true;
  for (const token of tokens) {
    const text = token.getText();
    const isOperator = TypeGuards.isOperatorToken(token);
    if (TypeGuards.isQuotedToken(token) && !/^(['"]).*\1$/s.test(text))
      return `The quote of ${text} is not closed.`;
    if (isOperator && text === 'not' && wantsValue) continue;
    if (isOperator === wantsValue)
      return isOperator ? `A value is missing before ${text}.` : `A comparison is missing before ${text}.`;
    wantsValue = isOperator;
  }
  return wantsValue ? 'A value is missing at its end.' : null;
}
