import { z } from 'zod';
import { decimalNumber } from '../carrier-parameters/parts/values.ts';
import { defineNode, leave, ownEvents, wait as stay } from '../definition.ts';
import { done } from './parts/exits.ts';

const LONGEST_S = 3_600;

export const wait = defineNode({
  type: 'wait',
  title: 'Wait',
  help: 'Lets some time pass. The caller hears nothing meanwhile.',
  category: 'decide',
  icon: 'hourglass',
  synonyms: ['pause', 'delay', 'sleep', 'seconds', 'time', 'silence'],
  role: 'step',
  waitsForCaller: false,
  outlivesCall: true,
  params: z.object({
    seconds: decimalNumber({ min: 0.1, max: LONGEST_S, of: 'seconds' }).meta({
      title: 'How long',
      help: 'After this long the call goes on.',
      example: 3,
      unit: 's',
      group: 'main',
    }),
  }),
  defaults: { seconds: 2 },
  exits: () => [done],
  outputs: () => [],
  summary: ({ seconds }) => (typeof seconds === 'number' ? `${seconds} s` : ''),
  enter: ({ params }) => stay([ownEvents.timePassed], Math.round(params.seconds * 1_000)),
  handle: () => leave('done'),
});
