import { z } from 'zod';
import { type DraftParams, defineNode, leave } from '../definition.ts';
import { done, error } from './parts/exits.ts';
import { rowNames, valueTemplate } from './parts/named-values.ts';

const variableSchema = z.object({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,63}$/, 'Use small letters, digits and underscores, such as customer_name.')
    .meta({ title: 'Variable', help: 'Read later as {{ vars.<name> }}.', example: 'customer_name' }),
  value: valueTemplate.meta({
    title: 'Value',
    help: 'A text, or a value in double braces; a value alone keeps its kind (number, yes or no, list).',
    example: '{{ nodes.ask.result.name }}',
    control: 'multiline',
  }),
});

export const setVariables = defineNode({
  type: 'set_variables',
  title: 'Remember',
  help: 'Keeps values for later steps of the same call.',
  category: 'decide',
  icon: 'variable',
  synonyms: ['set', 'variable', 'assign', 'store', 'save', 'value'],
  role: 'step',
  waitsForCaller: false,
  outlivesCall: true,
  params: z.object({
    variables: z.array(variableSchema).min(1, 'Add at least one variable.').max(100).meta({
      title: 'Variables',
      help: 'All values are worked out first, then set together.',
      group: 'main',
    }),
  }),
  verbatim: ['variables'],
  defaults: { variables: [{ name: '', value: '' }] },
  exits: () => [done, error],
  outputs: () => [],
  variables: namesOf,
  summary: (params) => namesOf(params).join(', '),
  isInstant: () => true,
  enter: ({ params, value }) =>
    leave('done', {
      variables: Object.fromEntries(
        params.variables.map((variable) => [variable.name, value(variable.value)]),
      ),
    }),
});

function namesOf({ variables }: DraftParams): readonly string[] {
  return rowNames(variables);
}
