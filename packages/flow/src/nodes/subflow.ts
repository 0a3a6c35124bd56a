import { z } from 'zod';
import { list, wholeNumber } from '../carrier-parameters/parts/values.ts';
import { type DraftParams, defineNode, enterFlow, type Exit } from '../definition.ts';
import { idSchema } from '../schema.ts';
import { error } from './parts/exits.ts';
import { lintRows, namedValues, valuesOf } from './parts/named-values.ts';

export const subflow = defineNode({
  type: 'subflow',
  title: 'Go through another flow',
  help: 'The call goes through another flow and comes back here when that one returns.',
  category: 'decide',
  icon: 'subtask',
  synonyms: ['flow', 'call', 'sub', 'reuse', 'module', 'include', 'routine', 'shared'],
  role: 'step',
  waitsForCaller: true,
  outlivesCall: true,
  params: z.object({
    flow: idSchema.meta({
      title: 'Flow',
      help: 'The flow to go through.',
      example: 'opening_hours',
      control: 'flow',
      group: 'main',
    }),
    version: wholeNumber({ min: 1, of: 'versions' }).optional().meta({
      title: 'Version',
      help: 'Keeps to this version. Without one it is the version that is published when the call begins.',
      control: 'flow_version',
      group: 'main',
    }),
    inputs: namedValues({ name: 'customer', value: '{{ nodes.find.body.id }}' }).optional().meta({
      title: 'What it is given',
      help: 'Values for the inputs of that flow.',
      control: 'flow_inputs',
      group: 'main',
    }),
    outcomes: list(idSchema)
      .max(20)
      .optional()
      .meta({
        title: 'Ways back',
        help: 'Names by which that flow may return; each has a way on of its own.',
        example: ['booked', 'no_slot'],
        group: 'main',
      }),
    outputs: list(idSchema)
      .max(100)
      .optional()
      .meta({
        title: 'What it gives back',
        help: 'Names of the values that later steps read. Without any, they may read whatever it gives.',
        example: ['appointment'],
        control: 'flow_outputs',
        group: 'main',
      }),
  }),
  verbatim: ['flow', 'inputs', 'outcomes', 'outputs'],
  defaults: { flow: '' },
  exits: (params) => [
    { id: 'returned', label: 'Back again', kind: 'main' },
    ...outcomesOf(params).map((id): Exit => ({ id, label: id.replaceAll('_', ' '), kind: 'main' })),
    error,
  ],
  outputs: ({ outputs }) =>
    textsIn(outputs).map((name) => ({ name, title: name.replaceAll('_', ' '), example: '' })),
  isOpen: ({ outputs }) => textsIn(outputs).length === 0,
  summary: (params) => referenceOf(params) ?? '',
  enters: referenceOf,
  lint: (params) => [
    ...lintRows(params, 'inputs'),
    ...textsIn(params.outcomes).flatMap((name, index, all) =>
      all.indexOf(name) === index && !ownExits.includes(name)
        ? []
        : [
            {
              path: ['outcomes', index],
              severity: 'error',
              message: `Two ways on are called "${name}"; they could not be wired apart.`,
              cure: 'Give this way back another name, here and in the other flow.',
            } as const,
          ],
    ),
  ],
  enter(context) {
    const { flow, version, inputs = [] } = context.params;
    return enterFlow(reference(flow, version), valuesOf(inputs, context));
  },
});

const ownExits = ['returned', 'error'];

function outcomesOf(params: DraftParams): readonly string[] {
  return [...new Set(textsIn(params.outcomes))].filter((name) => !ownExits.includes(name));
}

function textsIn(value: DraftParams[string] | undefined): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  return items.filter((item) => typeof item === 'string' && item !== '').map(String);
}

function referenceOf({ flow, version }: DraftParams): string | null {
  if (typeof flow !== 'string' || flow === '') return null;
  return reference(flow, typeof version === 'number' ? version : undefined);
}

function reference(flow: string, version: number | undefined): string {
  return version === undefined ? flow : `${flow}@${version}`;
}
