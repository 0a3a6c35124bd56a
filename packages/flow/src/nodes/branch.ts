import { z } from 'zod';
import { conditionComplaint } from '../expressions/conditions.ts';
import { type DraftParams, defineNode, leave } from '../definition.ts';
import { branchExits, branchName, draftBranches, lintNames } from './parts/branches.ts';

const branchSchema = z.object({
  name: branchName,
  when: z
    .string()
    .max(2_000)
    .superRefine((condition, refinement) => {
      const complaint = conditionComplaint(condition);
      if (complaint !== null) refinement.addIssue({ code: 'custom', message: complaint });
    })
    .meta({
      title: 'When',
      help: 'A comparison, without braces. Filters may stand behind a value: vars.said | downcase == "yes". The first branch that holds is taken.',
      example: 'nodes.ask.result.age > 17',
      control: 'condition',
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
  waitsForCaller: false,
  outlivesCall: true,
  params: z.object({
    branches: z.array(branchSchema).min(1, 'Add at least one branch.').max(40).meta({
      title: 'Branches',
      help: 'Tried from the top; the first that holds is taken.',
      group: 'main',
      control: 'branches',
    }),
  }),
  verbatim: ['branches'],
  defaults: { branches: [{ name: 'yes', when: '' }] },
  exits: (params) => [
    ...branchExits(params).filter(({ id }) => id !== 'else'),
    { id: 'else', label: 'Otherwise', kind: 'main' },
  ],
  outputs: () => [],
  summary: (params) => conditionsOf(params)[0] ?? '',
  lint: (params) => lintNames(params, ['else']),
  isInstant: () => true,
  enter({ params, holds }) {
    const taken = params.branches.find(({ when }) => holds(when));
    return leave(taken?.name ?? 'else', { why: taken?.when ?? 'No branch holds.' });
  },
});

function conditionsOf(params: DraftParams): readonly string[] {
  return draftBranches(params).flatMap(({ when }) => (typeof when === 'string' && when !== '' ? [when] : []));
}
