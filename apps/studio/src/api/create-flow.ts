import type { Flow } from '@gatherline/flow';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { paths } from './paths.ts';
import { queryKeys } from './query-keys.ts';
import { request } from './request.ts';
import { draftSchema } from './shapes.ts';

/** Makes a flow; 409 `id_taken` when there is one of that id, 422 with problems when its structure is wrong. */
export function createFlow(flow: Flow): Promise<z.infer<typeof draftSchema>> {
  return request(draftSchema, paths.flows, { method: 'POST', body: { flow } });
}

export function useCreateFlow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: createFlow,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.flows }),
  });
}
