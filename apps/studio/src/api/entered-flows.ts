import { type Flow, parseFlowReference } from '@gatherline/flow';
import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useCallback } from 'react';
import { getFlow } from './get-flow.ts';
import { getVersion } from './get-version.ts';
import { queryKeys } from './query-keys.ts';

/**
 * Flows by what a call entered them by, such as `booking` (its draft) or `booking@3`; one that can't be read is left out.
 * Hand the same list in again for the same answer.
 */
export function useEnteredFlows(references: readonly string[]): ReadonlyMap<string, Flow> {
  const combine = useCallback(
    (answers: readonly UseQueryResult<Flow>[]) =>
      new Map(
        answers.flatMap(({ data }, index) => {
          const reference = references[index];
          return data === undefined || reference === undefined ? [] : [[reference, data] as const];
        }),
      ),
    [references],
  );
  return useQueries({
    queries: references.map((reference) => ({
      queryKey: queryKeys.entered(reference),
      queryFn: ({ signal }: { signal: AbortSignal }) => readEntered(reference, signal),
    })),
    combine,
  });
}

async function readEntered(reference: string, signal: AbortSignal): Promise<Flow> {
  const { flow: id, version } = parseFlowReference(reference);
  return (await (version === null ? getFlow(id, signal) : getVersion(id, version, signal))).flow;
}
