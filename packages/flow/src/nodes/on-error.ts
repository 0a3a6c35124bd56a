import { z } from 'zod';
import { defineNode, leave } from '../definition.ts';
import { modeParam, then } from './parts/listener-params.ts';

export const onError = defineNode({
  type: 'on_error',
  title: 'When a step fails',
  help: 'Takes over when a step fails and its exit for that leads nowhere. Later steps read which one as event.node.',
  category: 'listen',
  icon: 'alert-triangle',
  synonyms: ['error', 'fail', 'problem', 'catch', 'listener', 'event'],
  role: 'listener',
  waitsForCaller: false,
  params: z.object({ mode: modeParam }),
  defaults: {},
  exits: () => [then],
  outputs: () => [],
  eventOutputs: [
    { name: 'node', title: 'Step that failed', example: 'find_order' },
    { name: 'exit', title: 'Exit it left by', example: 'error' },
  ],
  summary: () => 'A step could not do its work',
  // Never told by the carrier: the engine raises it.
  eventTypes: ['flow.error'],
  accepts: () => true,
  enter: () => leave('then'),
});
