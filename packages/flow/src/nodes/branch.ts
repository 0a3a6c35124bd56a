import { z } from 'zod';
import { conditionComplaint } from '../expressions/conditions.ts';
import { type DraftParams, type Exit, defineNode, leave } from '../definition.ts';
import { isJsonObject } from '../json.ts';

const branchSchema = z.object({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,63}$/, 'Use small letters, digits and underscores, such as is_adult.')
    .meta({ title: 'Name', help: 'The name of this way on; shown on the canvas.', example: 'is_adult' }),
  when: z
    .string()
    .max(2_000)
    .superRefine((condition, refinement) => {
      const complaint = conditionComplaint(condition);
      if (complaint !== null) refinement.addIssue({ code: 'custom', message: complaint });
    })
    .meta({
      title: 'When',
      help: 'A comparison, without braces. The first branch that holds is taken.',
      example: 'nodes.ask.result.age > 17',
      control: 'code',
    }),
});

export const branch = defineNode({
  type: 'branch',
  title: 'Decide',
  help: 'Goes one way or another, depending on what is known about the call.',
  category: 'decide',
  icon: 'git-branch',
  synonyms: ['if', 'condition', 'switch', 'split', 'else', 'compare', 'choose'],
  role: 'step',
  listens: false,
  params: z.object({
    branches: z
      .array(branchSchema)
      .min(1, 'Add at least one branch.')
      .max(40)
      .meta({ title: 'Branches', help: 'Tried from the top; the first that holds is taken.', group: 'main' }),
  }),
  verbatim: ['branches'],
  defaults: { branches: [{ name: 'yes', when: '' }] },
  exits: (params) => [
    ...namesOf(params).map((name): Exit => ({ id: name, label: name.replaceAll('_', ' '), kind: 'main' })),
    { id: 'else', label: 'Otherwise', kind: 'main' },
  ],
  outputs: () => [],
  summary: (params) => conditionsOf(params)[0] ?? '',
  lint(params) {
    const names = namesOf(params);
    return names.flatMap((name, index) => {
      const isTaken = name === 'else' || names.indexOf(name) < index;
      if (!isTaken) return [];
      return [
        {
          path: ['branches', index, 'name'],
          severity: 'error',
          message: `Two ways on are called "${name}"; they could not be wired apart.`,
          cure: 'Give this branch another name.',
        } as const,
      ];
    });
  },
  enter({ params, holds }) {
    const taken = params.branches.find(({ when }) => holds(when));
    return leave(taken?.name ?? 'else', { why: taken?.when ?? 'No branch holds.' });
  },
});

function draftBranches(params: DraftParams): readonly DraftParams[] {
  return Array.isArray(params.branches) ? params.branches.filter(isJsonObject) : [];
}

function namesOf(params: DraftParams): readonly string[] {
  return draftBranches(params).flatMap(({ name }) => (typeof name === 'string' && name !== '' ? [name] : []));
}

function conditionsOf(params: DraftParams): readonly string[] {
  return draftBranches(params).flatMap(({ when }) => (typeof when === 'string' && when !== '' ? [when] : []));
}
