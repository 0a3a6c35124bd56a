import { useQuery } from '@tanstack/react-query';
import { resourceComplaint, type ResourceType, resourceTypes } from '@gatherline/flow';
import { z } from 'zod';
import { paths } from './paths.ts';
import { queryKeys } from './query-keys.ts';
import { request } from './request.ts';

export const boundResourceSchema = z.object({
  name: z.string(),
  type: z.enum(resourceTypes),
  /** Left out for a secret: that it is listed says that it is set. */
  value: z.json().exactOptional(),
  updated_at: z.string(),
  read_only: z.boolean(),
});

/** A name and what it is bound to in this environment. */
export type BoundResource = z.infer<typeof boundResourceSchema>;

/** Whether what is bound can stand where a flow expects the type. A secret never stands in for anything else. */
export function canStandFor({ type, value }: BoundResource, wanted: ResourceType): boolean {
  if (type === 'secret' || wanted === 'secret') return type === wanted;
  return value !== undefined && resourceComplaint(wanted, value) === null;
}

const answerSchema = z.object({ resources: z.array(boundResourceSchema) });

export function useResources() {
  return useQuery({
    queryKey: queryKeys.resources,
    queryFn: async ({ signal }): Promise<readonly BoundResource[]> =>
      (await request(answerSchema, paths.resources, { signal })).resources,
    staleTime: 0,
  });
}
