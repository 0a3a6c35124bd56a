import type { Flow } from '@gatherline/flow';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createCopy, createFlow, getFlow, queryKeys, saveFlow } from '../../api/index.ts';

/** As a flow of its own, as a copy beside one of the same id, or in place of that one's draft. */
export type ImportWay = 'new' | 'copy' | 'replace';

/** Brings a read flow to the service. Answers the id under which it stands there. */
export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ flow, way }: { flow: Flow; way: ImportWay }) => bring(flow, way),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.flows }),
  });
}

async function bring(flow: Flow, way: ImportWay): Promise<string> {
  if (way === 'new') return (await createFlow(flow)).flow.id;
  if (way === 'copy') return (await createCopy(flow)).flow.id;
  const { revision } = await getFlow(flow.id);
  const outcome = await saveFlow(flow, revision);
  if (outcome.kind === 'saved') return flow.id;
  throw new Error(refusals[outcome.kind] ?? (outcome.kind === 'refused' ? outcome.message : ''));
}

const refusals: Readonly<Record<string, string>> = {
  conflict: 'Someone saved this flow at the same moment. Try again.',
  unreachable: "The service can't be reached. Try again in a moment.",
};
