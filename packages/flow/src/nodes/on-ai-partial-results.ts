import { z } from 'zod';
import { defineNode, leave } from '../definition.ts';
import { holdsNow, modeParam, then, whenOr, whenParam } from './parts/listener-params.ts';

export const onAiPartialResults = defineNode({
  type: 'on_ai_partial_results',
  title: 'When the AI learns something',
  help: 'Listens while the AI asks: each time it has understood a field. “Ask with AI” must send partial results.',
  category: 'listen',
  icon: 'bulb',
  synonyms: ['ai', 'partial', 'results', 'field', 'listener', 'event'],
  role: 'listener',
  waitsForCaller: false,
  params: z.object({ when: whenParam, mode: modeParam }),
  verbatim: ['when'],
  defaults: {},
  exits: () => [then],
  outputs: () => [],
  eventOutputs: [
    { name: 'partial_results', title: 'What is known so far', example: {} },
    { name: 'message_history', title: 'What was said', example: [] },
  ],
  summary: ({ when }) => whenOr(when, 'Each time a field is known'),
  eventTypes: ['call.ai_gather.partial_results'],
  accepts: ({ params, holds }) => holdsNow(params, holds),
  enter: () => leave('then'),
});
