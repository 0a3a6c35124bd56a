import type { Json, ResourceType } from '@gatherline/flow';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { boundResourceSchema, type BoundResource } from './list-resources.ts';
import { paths } from './paths.ts';
import { queryKeys } from './query-keys.ts';
import { nothing, request } from './request.ts';

/** A name and the value it is to have. */
export interface Binding {
  readonly name: string;
  readonly type: ResourceType;
  readonly value: Json;
}

/** Binds a name to a value; 400 when the value does not fit, 409 when this service reads them from a folder. */
export function bindResource({ name, type, value }: Binding): Promise<BoundResource> {
  return request(boundResourceSchema, paths.resource(name), { method: 'PUT', body: { type, value } });
}

export function useBindResource() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: bindResource,
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.resources }),
  });
}

/** Takes the value of a name away. */
export function useUnbindResource() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => request(nothing, paths.resource(name), { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.resources }),
  });
}
