import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { paths } from './paths.ts';
import { queryKeys } from './query-keys.ts';
import { request } from './request.ts';

const sessionSchema = z.object({ mode: z.enum(['demo', 'live']), version: z.string() });

/** Whether the service talks to the real carrier or to the emulator. */
export function useSession() {
  return useQuery({
    queryKey: queryKeys.session,
    queryFn: ({ signal }) => request(sessionSchema, paths.session, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
