import { z } from 'zod';
import { defineNode, leave } from '../definition.ts';
import { holdsNow, modeParam, then, whenOr, whenParam } from './parts/listener-params.ts';

export const onAiMessageHistory = defineNode({
  type: 'on_ai_message_history',
  title: 'When the AI or the caller has spoken',
  help: 'Listens while the AI asks: each time something has been said. “Ask with AI” must send updates of what is said.',
  category: 'listen',
  icon: 'messages',
  synonyms: ['ai', 'message', 'history', 'transcript', 'said', 'listener', 'event'],
  role: 'listener',
  waitsForCaller: false,
  params: z.object({
    when: whenParam.meta({
      title: 'Only when',
      help: 'A comparison, without braces, over event.message_history: what was said so far. Empty, each time.',
      example: 'event.message_history.last.content contains "person"',
      group: 'main',
      control: 'condition',
    }),
    mode: modeParam,
  }),
  verbatim: ['when'],
  defaults: {},
  exits: () => [then],
  outputs: () => [],
  eventOutputs: [{ name: 'message_history', title: 'What was said', example: [] }],
  summary: ({ when }) => whenOr(when, 'Each time something is said'),
  eventTypes: ['call.ai_gather.message_history_updated'],
  accepts: ({ params, holds }) => holdsNow(params, holds),
  enter: () => leave('then'),
});
