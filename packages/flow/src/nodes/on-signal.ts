import { z } from 'zod';
import { idSchema } from '../schema.ts';
import { defineNode, leave } from '../definition.ts';
import { modeParam, then } from './parts/listener-params.ts';

export const onSignal = defineNode({
  type: 'on_signal',
  title: 'When a signal comes',
  help: 'Listens for another program: it raises the signal by POST /api/calls/:id/signal, with data that later steps read as event.data.',
  category: 'listen',
  icon: 'broadcast',
  synonyms: ['signal', 'api', 'webhook', 'external', 'program', 'listener', 'event'],
  role: 'listener',
  waitsForCaller: false,
  params: z.object({
    name: idSchema.meta({
      title: 'Name of the signal',
      help: 'The name by which the signal is raised.',
      example: 'payment_received',
      group: 'main',
    }),
    mode: modeParam,
  }),
  defaults: { name: '' },
  exits: () => [then],
  outputs: () => [],
  eventOutputs: [
    { name: 'name', title: 'Name of the signal', example: 'payment_received' },
    { name: 'data', title: 'What came with it', example: {}, isForeign: true },
  ],
  summary: ({ name }) => (typeof name === 'string' ? name : ''),
  eventTypes: ['signal'],
  accepts: ({ params }, { payload }) => payload.name === params.name,
  enter: () => leave('then'),
});
