import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { paths } from './paths.ts';
import { queryKeys } from './query-keys.ts';
import { request } from './request.ts';
import { draftSchema } from './shapes.ts';

const openedFlowSchema = draftSchema.extend({
  published_version: z.number().int().nullable(),
  published_at: z.string().nullable(),
  read_only: z.boolean(),
});

export type OpenedFlow = z.infer<typeof openedFlowSchema>;

/** The draft of one flow, its revision, and what of it is published. */
export function getFlow(id: string, signal?: AbortSignal): Promise<OpenedFlow> {
  return request(openedFlowSchema, paths.flow(id), signal === undefined ? {} : { signal });
}

/**
 * Loads a flow once to hand it to the open document: the answer is never refreshed behind the person's back, and not
 * kept once nobody looks at it.
 */
export function useFlow(id: string) {
  return useQuery({
    queryKey: queryKeys.flow(id),
    queryFn: ({ signal }) => getFlow(id, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}
