import { z } from 'zod';
import { decimalNumber, list, settings } from '../carrier-parameters/parts/values.ts';
import { type DraftParams, defineNode, leave } from '../definition.ts';
import { branchExits, branchName, draftBranches, lintNames } from './parts/branches.ts';

export const randomSplit = defineNode({
  type: 'random_split',
  title: 'Split by chance',
  help: 'Sends some callers one way and the rest another, as in a survey among every second caller.',
  category: 'decide',
  icon: 'dice',
  synonyms: ['random', 'percent', 'a/b', 'test', 'sample', 'share', 'dice', 'survey'],
  role: 'step',
  waitsForCaller: false,
  outlivesCall: true,
  params: z.object({
    branches: list(
      settings({
        name: branchName.meta({ example: 'survey' }),
        percent: decimalNumber({ min: 0, max: 100, of: 'percent' }).meta({
          title: 'Percent of the calls',
          help: 'How many of a hundred calls go this way.',
          example: 50,
        }),
      }),
    )
      .min(1, 'Add at least one branch.')
      .max(20)
      .meta({ title: 'Branches', help: 'Together they make 100 percent.', group: 'main' }),
  }),
  defaults: {
    branches: [
      { name: 'a', percent: 50 },
      { name: 'b', percent: 50 },
    ],
  },
  exits: branchExits,
  outputs: () => [{ name: 'branch', title: 'Which way', example: 'a' }],
  summary: (params) => percentsOf(params).join(' / '),
  lint(params) {
    const sum = sumOf(percentsOf(params));
    if (Math.abs(sum - 100) < 0.001) return lintNames(params);
    return [
      ...lintNames(params),
      {
        path: ['branches'],
        severity: 'error',
        message: `The branches make ${Number(sum.toFixed(3))} percent together, not 100.`,
        cure: 'Change the percentages so that their sum is 100.',
      },
    ];
  },
  isRandom: true,
  isInstant: () => true,
  enter({ params: { branches }, chance }) {
    const upTo = (index: number) => sumOf(branches.slice(0, index + 1).map(({ percent }) => percent));
    const taken = branches.find((_branch, index) => chance * 100 < upTo(index)) ?? branches.at(-1);
    if (taken === undefined) throw new Error('A split has at least one branch.');
    return leave(taken.name, { outputs: { branch: taken.name } });
  },
});

function percentsOf(params: DraftParams): readonly number[] {
  return draftBranches(params).flatMap(({ percent }) => (typeof percent === 'number' ? [percent] : []));
}

function sumOf(percents: readonly number[]): number {
  return percents.reduce((total, percent) => total + percent, 0);
}
