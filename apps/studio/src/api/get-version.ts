import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { paths } from './paths.ts';
import { queryKeys } from './query-keys.ts';
import { request } from './request.ts';
import { flowDocument } from './shapes.ts';

const versionSchema = z.object({ version: z.number().int(), flow: flowDocument, published_at: z.string() });

/** One published version, whole. */
export function getVersion(id: string, version: number, signal?: AbortSignal) {
  return request(versionSchema, paths.version(id, version), signal === undefined ? {} : { signal });
}

/** A version never changes, so it is asked for once; `null` asks for nothing. */
export function useVersion(id: string, version: number | null) {
  return useQuery({
    queryKey: queryKeys.version(id, version ?? 0),
    queryFn: ({ signal }) => getVersion(id, version ?? 0, signal),
    enabled: version !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
