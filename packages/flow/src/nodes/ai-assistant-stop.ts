import { aiAssistantStopParams } from '../carrier-parameters/index.ts';
import { defineNode, leaveOnceAccepted } from '../definition.ts';
import { done, error } from './parts/exits.ts';

export const aiAssistantStop = defineNode({
  type: 'ai_assistant_stop',
  title: 'Stop the assistant',
  help: 'Ends a conversation with an AI assistant; the step that began it goes on. Put it behind an event that runs alongside.',
  category: 'ai',
  icon: 'robot-off',
  synonyms: ['ai', 'assistant', 'bot', 'end', 'cancel', 'interrupt', 'take over'],
  action: 'ai_assistant_stop',
  role: 'step',
  waitsForCaller: false,
  params: aiAssistantStopParams,
  defaults: {},
  exits: () => [done, error],
  outputs: () => [],
  summary: () => 'Ends the conversation with the assistant',
  isInstant: () => true,
  enter: () => leaveOnceAccepted([{ action: 'ai_assistant_stop', params: {} }]),
});
