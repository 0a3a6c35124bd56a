import type { Refusal } from '../errors.ts';
import { isJsonObject } from '../json.ts';
import type { Message } from '../words/words.ts';
import { itemRefusals, type Rows } from './check.ts';
import { isString, list, object, oneOf, required, text } from './row.ts';

const anyMessage = {
  content: required(text()),
  metadata: object(),
  role: required(oneOf(['user', 'assistant', 'tool', 'system', 'developer'])),
};
const rowsByRole: Record<string, Rows> = {
  // An assistant's message may hold nothing but calls of tools.
  assistant: { ...anyMessage, content: text(), tool_calls: list() },
  tool: { ...anyMessage, tool_call_id: required(text()) },
};

/** Reasons against a list of chat messages in any of the five roles. */
export function messagesRefusals(name: string, messages: unknown): Refusal[] {
  return itemRefusals(name, messages, ({ role }) => {
    const own = isString(role) && Object.hasOwn(rowsByRole, role) ? rowsByRole[role] : undefined;
    return own ?? anyMessage;
  });
}

export function toMessages(messages: readonly unknown[] | null | undefined): Message[] {
  return (messages ?? []).filter(isJsonObject).map(({ role, content }) => ({
    role: isString(role) ? role : 'user',
    content: isString(content) ? content : '',
  }));
}
