import { z } from 'zod';
import { wholeNumber, yesNo } from '../carrier-parameters/parts/values.ts';
import { type DraftParams, defineNode, leave } from '../definition.ts';
import { idSchema } from '../schema.ts';

export const counter = defineNode({
  type: 'counter',
  title: 'Count',
  help: 'Counts how often the call has come by here, and goes another way once that is enough.',
  category: 'decide',
  icon: 'number',
  synonyms: ['count', 'attempts', 'tries', 'loop', 'limit', 'times', 'increment'],
  role: 'step',
  waitsForCaller: false,
  outlivesCall: true,
  params: z.object({
    variable: idSchema.meta({
      title: 'Variable',
      help: 'Where the number is kept; it is read as {{ vars.<name> }}, and two steps may count in the same one.',
      example: 'pin_attempts',
      group: 'main',
    }),
    limit: wholeNumber({ min: 1, max: 1_000, of: 'times' }).meta({
      title: 'Enough',
      help: 'From this number on the call goes the other way.',
      example: 3,
      unit: 'times',
      group: 'main',
    }),
    by: wholeNumber({ min: 1, max: 1_000, of: 'times' }).default(1).meta({
      title: 'Count by',
      help: 'What is added each time.',
      group: 'advanced',
    }),
    reset: yesNo().default(false).meta({
      title: 'Begin again afterwards',
      help: 'After the limit was reached, the next time counts from the beginning.',
      group: 'advanced',
    }),
  }),
  defaults: { variable: 'attempts', limit: 3 },
  exits: () => [
    { id: 'below', label: 'Not yet', kind: 'main' },
    { id: 'reached', label: 'Enough', kind: 'main' },
  ],
  outputs: () => [{ name: 'count', title: 'The number', example: 2 }],
  variables: namesOf,
  summary: (params) =>
    typeof params.limit === 'number' ? `${namesOf(params)[0] ?? ''} up to ${params.limit}`.trim() : '',
  isInstant: () => true,
  enter({ params: { variable, limit, by, reset }, value }) {
    const before = Number(value(`{{ vars.${variable} }}`));
    const isFresh = !Number.isFinite(before) || (reset && before >= limit);
    const count = (isFresh ? 0 : before) + by;
    const kept = { outputs: { count }, variables: { [variable]: count } };
    return leave(count < limit ? 'below' : 'reached', { ...kept, why: `${count} of ${limit}.` });
  },
});

function namesOf({ variable }: DraftParams): readonly string[] {
  return typeof variable === 'string' && variable !== '' ? [variable] : [];
}
