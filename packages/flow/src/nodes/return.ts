import { z } from 'zod';
import { defineNode, returnTo } from '../definition.ts';
import { idSchema } from '../schema.ts';
import { lintRows, namedValues, rowNames, valuesOf } from './parts/named-values.ts';
import { textOf } from './parts/summaries.ts';

export const returnNode = defineNode({
  type: 'return',
  title: 'Return',
  help: 'Ends this flow and goes back to the one that entered it. In a flow that no other entered, the call is hung up.',
  category: 'end',
  icon: 'arrow-back-up',
  synonyms: ['back', 'end', 'result', 'sub', 'flow', 'give back', 'finish'],
  role: 'step',
  waitsForCaller: false,
  outlivesCall: true,
  params: z.object({
    values: namedValues({ name: 'appointment', value: '{{ nodes.book.body.id }}' }).optional().meta({
      title: 'What is given back',
      help: 'Values for the outputs of this flow.',
      group: 'main',
    }),
    outcome: idSchema.optional().meta({
      title: 'Way back',
      help: 'The name of the way on in the other flow. Empty, or where it has no such way: back again.',
      example: 'booked',
      group: 'main',
    }),
  }),
  verbatim: ['values', 'outcome'],
  defaults: {},
  exits: () => [],
  outputs: () => [],
  gives: ({ values }) => rowNames(values),
  summary: ({ outcome, values }) =>
    textOf(outcome) || rowNames(values).join(', ') || 'Back to the other flow',
  lint: (params) => lintRows(params, 'values'),
  enter(context) {
    const { values = [], outcome } = context.params;
    return returnTo(valuesOf(values, context), outcome);
  },
});
