import { z } from 'zod';
import { defineNode, leave, wait } from '../definition.ts';
import { CALL_LIMIT_MS } from './speech-length.ts';

const ANSWER_WITHIN_MS = 15_000;

export const start = defineNode({
  type: 'start',
  title: 'Start',
  help: 'Where every call begins. An incoming call is answered before it goes on.',
  category: 'start',
  icon: 'phone-incoming',
  synonyms: ['begin', 'incoming', 'entry', 'trigger'],
  role: 'entry',
  listens: false,
  params: z.object({
    answer: z.boolean().default(true).meta({
      title: 'Answer the call',
      help: 'Turn this off to let the phone ring on until a step answers it.',
      group: 'main',
    }),
  }),
  defaults: {},
  exits: () => [
    { id: 'incoming', label: 'Incoming call', kind: 'main' },
    { id: 'outgoing', label: 'Outgoing call', kind: 'outcome' },
  ],
  outputs: () => [],
  summary: (params) => (params.answer === false ? 'Rings until a step answers' : 'Answers the call'),
  enter({ params, call }) {
    if (call.direction === 'outgoing') {
      return call.answered ? leave('outgoing') : wait(['call.answered'], CALL_LIMIT_MS);
    }
    if (!params.answer || call.answered) return leave('incoming');
    return wait(['call.answered'], ANSWER_WITHIN_MS, { commands: [{ action: 'answer', params: {} }] });
  },
  handle: ({ call }) => leave(call.direction === 'outgoing' ? 'outgoing' : 'incoming'),
});
