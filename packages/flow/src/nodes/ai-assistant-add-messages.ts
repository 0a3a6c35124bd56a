import { aiAssistantAddMessagesParams } from '../carrier-parameters/index.ts';
import { type DraftParams, defineNode, leaveOnceAccepted } from '../definition.ts';
import { isJsonObject } from '../json.ts';
import { bodyOf } from './parts/body.ts';
import { done, error } from './parts/exits.ts';
import { textOf } from './parts/summaries.ts';

export const aiAssistantAddMessages = defineNode({
  type: 'ai_assistant_add_messages',
  title: 'Tell the assistant something',
  help: 'Gives an AI assistant that is talking with the caller something to know. Put it behind an event that runs alongside.',
  category: 'ai',
  icon: 'message-plus',
  synonyms: ['ai', 'assistant', 'bot', 'message', 'context', 'hint', 'inform', 'prompt'],
  action: 'ai_assistant_add_messages',
  role: 'step',
  waitsForCaller: false,
  params: aiAssistantAddMessagesParams,
  defaults: { messages: [{ role: 'system', content: '' }] },
  exits: () => [done, error],
  outputs: () => [],
  summary: firstMessage,
  lint({ messages }) {
    if (Array.isArray(messages) && messages.length > 0) return [];
    return [
      {
        path: ['messages'],
        severity: 'error',
        message: 'There is nothing to tell the assistant.',
        cure: 'Add a message.',
      },
    ];
  },
  isInstant: () => true,
  enter: ({ params }) => leaveOnceAccepted([{ action: 'ai_assistant_add_messages', params: bodyOf(params) }]),
});

function firstMessage({ messages }: DraftParams): string {
  const [first] = Array.isArray(messages) ? messages.filter(isJsonObject) : [];
  return textOf(first?.content);
}
