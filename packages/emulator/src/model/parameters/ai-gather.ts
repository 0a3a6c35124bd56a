import { isJsonObject } from '../json.ts';
import { checked, flag, integer, isString, object, required, text } from './row.ts';
import { talking } from './talking.ts';

type Message = { role: 'assistant' | 'user'; content: string };

const isMessage = (value: unknown): value is Message =>
  isJsonObject(value) &&
  (value['role'] === 'assistant' || value['role'] === 'user') &&
  isString(value['content']);

const isHistory = (value: unknown): value is Message[] => Array.isArray(value) && value.every(isMessage);

/** Earlier turns of a conversation. */
const messageHistory = checked(isHistory, {
  code: '10032',
  expects: "an array of messages with a 'role' (assistant, user) and a 'content'",
});

export const aiGatherParameters = {
  ...talking,
  parameters: required(object()),
  gather_ended_speech: text({ max: 3000 }),
  language: text(),
  message_history: messageHistory,
  send_partial_results: flag(),
  user_response_timeout_ms: integer({ min: 1 }),
};
