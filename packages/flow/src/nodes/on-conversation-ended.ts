import { z } from 'zod';
import { defineNode, leave } from '../definition.ts';
import { modeParam, then } from './parts/listener-params.ts';

export const onConversationEnded = defineNode({
  type: 'on_conversation_ended',
  title: 'When the AI conversation ends',
  help: 'Listens for the end of a conversation with an AI, however it ends.',
  category: 'listen',
  icon: 'message-off',
  synonyms: ['ai', 'assistant', 'conversation', 'end', 'over', 'listener', 'event'],
  role: 'listener',
  waitsForCaller: false,
  params: z.object({ mode: modeParam }),
  defaults: {},
  exits: () => [then],
  outputs: () => [],
  eventOutputs: [
    {
      name: 'conversation_id',
      title: 'Id of the conversation',
      example: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
    },
    { name: 'duration_sec', title: 'Length in seconds', example: 42 },
    { name: 'reason', title: 'Why it ended', example: 'user_hangup' },
  ],
  summary: () => 'An AI conversation is over',
  eventTypes: ['call.conversation.ended'],
  accepts: () => true,
  enter: () => leave('then'),
});
