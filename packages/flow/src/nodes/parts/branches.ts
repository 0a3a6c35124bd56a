import { z } from 'zod';
import type { DraftParams, Exit, ParameterComplaint } from '../../definition.ts';
import { isJsonObject } from '../../json.ts';

/** The name of a way on; an exit is called like it. */
export const branchName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,63}$/, 'Use small letters, digits and underscores, such as is_adult.')
  .meta({ title: 'Name', help: 'The name of this way on; shown on the canvas.', example: 'is_adult' });

/** The branches of a draft, whatever they hold. */
export function draftBranches(params: DraftParams): readonly DraftParams[] {
  return Array.isArray(params.branches) ? params.branches.filter(isJsonObject) : [];
}

/** Names of the branches, in order; those without one are left out. */
function namesOf(params: DraftParams): readonly string[] {
  return draftBranches(params).flatMap(({ name }) => (typeof name === 'string' && name !== '' ? [name] : []));
}

/** One exit for each branch. Of two with the same name there is one. */
export function branchExits(params: DraftParams): readonly Exit[] {
  return [...new Set(namesOf(params))].map((name) => ({
    id: name,
    label: name.replaceAll('_', ' '),
    kind: 'main',
  }));
}

/** A complaint about each name that is used twice, or that is among those `taken`. */
export function lintNames(params: DraftParams, taken: readonly string[] = []): readonly ParameterComplaint[] {
  const names = draftBranches(params).map(({ name }) => name);
  return names.flatMap((name, index) => {
    if (typeof name !== 'string' || name === '') return [];
    if (!taken.includes(name) && names.indexOf(name) === index) return [];
    return [
      {
        path: ['branches', index, 'name'],
        severity: 'error',
        message: `Two ways on are called "${name}"; they could not be wired apart.`,
        cure: 'Give this branch another name.',
      },
    ];
  });
}
