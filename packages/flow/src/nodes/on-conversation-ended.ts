import { z } from 'zod';
import { defineNode, leave } from '../definition.ts';
import { modeParam, then } from './listening.ts';

export const onConversationEnded = defineNode({
  type: 'on_conversation_ended',
  title: 'When the AI conversation ends',
  help: 'Listens for the end of a conversation with an AI, however it ends.',
  category: 'listen',
  icon: 'message-off',
  synonyms: ['ai', 'assistant', 'conversation', 'end', 'over', 'listener', 'event'],
  role: 'listener',
  listens: false,
  params: z.object({ mode: modeParam }),
  defaults: {},
  exits: () => [then],
  outputs: () => [],
  summary: () => 'An AI conversation is over',
  listensFor: ['call.conversation.ended'],
  hears: () => true,
  enter: () => leave('then'),
});
