import type { Flow, Problem } from '@gatherline/flow';
import { type BoundResource, canStandFor } from '../../api/index.ts';

export const UNBOUND = 'unbound-resource';

/** The resources a flow declares for which this service has no value that fits, as the service itself would refuse them. */
export function missingHere({ resources }: Flow, bound: readonly BoundResource[]): readonly Problem[] {
  return Object.entries(resources).flatMap(([name, { type, title }]): Problem[] => {
    const held = bound.find((each) => each.name === name);
    if (held !== undefined && canStandFor(held, type)) return [];
    const what = title === undefined ? `The detail ${name}` : `“${title}” (${name})`;
    return [
      {
        rule: UNBOUND,
        severity: 'error',
        path: ['resources', name],
        message: `${what} has no value here${held === undefined ? '' : ' that fits'}, so steps that use it would fail.`,
        cure: 'Give it a value.',
      },
    ];
  });
}
