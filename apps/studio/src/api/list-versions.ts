import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { paths } from './paths.ts';
import { queryKeys } from './query-keys.ts';
import { request } from './request.ts';

const versionsSchema = z.object({
  versions: z.array(
    z.object({ version: z.number().int(), published_at: z.string(), revision: z.number().int() }),
  ),
});

/** What was published of a flow, with the revision each version was. */
async function listVersions(id: string, signal?: AbortSignal) {
  const answer = await request(versionsSchema, paths.versions(id), signal === undefined ? {} : { signal });
  return answer.versions;
}

/** `null` asks for nothing. */
export function useVersions(id: string | null) {
  return useQuery({
    queryKey: queryKeys.versions(id ?? ''),
    queryFn: ({ signal }) => listVersions(id ?? '', signal),
    enabled: id !== null,
  });
}
