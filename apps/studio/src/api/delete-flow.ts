import { useMutation, useQueryClient } from '@tanstack/react-query';
import { paths } from './paths.ts';
import { queryKeys } from './query-keys.ts';
import { nothing, request } from './request.ts';

/** Deletes a flow; 409 while a number leads to it, 412 when someone changed it meanwhile. */
function deleteFlow({ id, revision }: { id: string; revision: number }): Promise<undefined> {
  return request(nothing, paths.flow(id), { method: 'DELETE', ifMatch: revision });
}

export function useDeleteFlow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deleteFlow,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.flows }),
  });
}
