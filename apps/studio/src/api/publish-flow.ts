import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { paths } from './paths.ts';
import { queryKeys } from './query-keys.ts';
import { request } from './request.ts';

const publishedSchema = z.object({ version: z.number().int(), published_at: z.string() });

/** Publishes the draft at `revision`; 412 when it has moved on, 422 `not_publishable` with problems. */
function publishFlow({ id, revision }: { id: string; revision: number }) {
  return request(publishedSchema, paths.publish(id), { method: 'POST', body: { revision } });
}

export function usePublishFlow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: publishFlow,
    onSuccess: (_published, { id }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.flows }),
        client.invalidateQueries({ queryKey: queryKeys.versions(id) }),
      ]),
  });
}
