import type { Flow } from '@gatherline/flow';
import { useQuery } from '@tanstack/react-query';
import { getFlow } from './get-flow.ts';
import { listFlows } from './list-flows.ts';
import { queryKeys } from './query-keys.ts';

/** Every flow as it is drawn now; `unread` names those that could not be read. */
export interface Drafts {
  readonly flows: readonly Flow[];
  readonly unread: readonly string[];
  /** They come from a folder of files. */
  readonly readOnly: boolean;
}

/** One flow that can't be read does not hide the others. */
async function listDrafts(signal: AbortSignal): Promise<Drafts> {
  const listed = await listFlows(signal);
  const read = await Promise.allSettled(listed.map(({ id }) => getFlow(id, signal)));
  signal.throwIfAborted();
  return {
    flows: read.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.flow] : [])),
    readOnly: listed.some((flow) => flow.read_only),
    unread: listed.filter((_, index) => read[index]?.status === 'rejected').map(({ name }) => name),
  };
}

export function useDrafts() {
  return useQuery({ queryKey: queryKeys.drafts, queryFn: ({ signal }) => listDrafts(signal), staleTime: 0 });
}
