import type { Flow } from '@gatherline/flow';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { ApiError } from './api-error.ts';
import { paths } from './paths.ts';
import { queryKeys } from './query-keys.ts';
import { request } from './request.ts';
import { draftSchema } from './shapes.ts';

/** Makes a flow; 409 `id_taken` when there is one of that id, 422 with problems when its structure is wrong. */
export function createFlow(flow: Flow): Promise<z.infer<typeof draftSchema>> {
  return request(draftSchema, paths.flows, { method: 'POST', body: { flow } });
}

const MOST_COPIES = 50;

/** Makes a copy under the first free id: `clinic_copy`, `clinic_copy_2` and so on. */
export async function createCopy(flow: Flow): Promise<z.infer<typeof draftSchema>> {
  for (let count = 1; ; count += 1) {
    const ending = count === 1 ? '_copy' : `_copy_${count}`;
    const id = `${flow.id.slice(0, 64 - ending.length)}${ending}`;
    const name = `${flow.name.slice(0, 110)} (copy${count === 1 ? '' : ` ${count}`})`;
    try {
      return await createFlow(Object.assign({}, flow, { id, name }));
    } catch (cause) {
      const isTaken = cause instanceof ApiError && cause.code === 'id_taken';
      if (!isTaken || count === MOST_COPIES) throw cause;
    }
  }
}

export function useCreateCopy() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: createCopy,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.flows }),
  });
}
