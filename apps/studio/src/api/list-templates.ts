import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { paths } from './paths.ts';
import { queryKeys } from './query-keys.ts';
import { request } from './request.ts';
import { flowDocument } from './shapes.ts';

const templateSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  flow: flowDocument,
});

/** A ready-made flow to begin from. */
export type Template = z.infer<typeof templateSchema>;

async function listTemplates(signal: AbortSignal): Promise<readonly Template[]> {
  const answer = await request(z.object({ templates: z.array(templateSchema) }), paths.templates, { signal });
  return answer.templates;
}

/** They come with the service, so they stay as they are while it runs. */
export function useTemplates() {
  return useQuery({
    queryKey: queryKeys.templates,
    queryFn: ({ signal }) => listTemplates(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
