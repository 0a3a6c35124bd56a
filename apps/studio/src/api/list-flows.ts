import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { paths } from './paths.ts';
import { queryKeys } from './query-keys.ts';
import { request } from './request.ts';

const listedFlowSchema = z.object({
  id: z.string(),
  name: z.string(),
  revision: z.number().int(),
  updated_at: z.string(),
  published_version: z.number().int().nullable(),
  published_at: z.string().nullable(),
  has_unpublished_changes: z.boolean(),
  read_only: z.boolean(),
});

export type ListedFlow = z.infer<typeof listedFlowSchema>;

/** Every flow, as the list shows it. */
export async function listFlows(signal?: AbortSignal): Promise<readonly ListedFlow[]> {
  const answer = await request(
    z.object({ flows: z.array(listedFlowSchema) }),
    paths.flows,
    signal === undefined ? {} : { signal },
  );
  return answer.flows;
}

export function useFlows() {
  // Drafts change while they are drawn, so a list from before a visit to the editor is never current.
  return useQuery({ queryKey: queryKeys.flows, queryFn: ({ signal }) => listFlows(signal), staleTime: 0 });
}
