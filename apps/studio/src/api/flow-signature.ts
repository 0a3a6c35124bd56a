import type { Flow } from '@gatherline/flow';
import { useQuery } from '@tanstack/react-query';
import { getFlow } from './get-flow.ts';
import { getVersion } from './get-version.ts';
import { queryKeys } from './query-keys.ts';

/** What a flow that others enter says of itself. */
export type FlowSignature = Pick<Flow, 'name' | 'inputs' | 'outputs'>;

/** What goes into a flow and comes out of it: of its draft, or of the version it is pinned to. `null` asks for nothing. */
export function useFlowSignature(id: string | null, version: number | null) {
  return useQuery({
    queryKey: queryKeys.signature(id ?? '', version),
    enabled: id !== null,
    queryFn: async ({ signal }): Promise<FlowSignature> => {
      const read = version === null ? getFlow : (of: string) => getVersion(of, version, signal);
      const { name, inputs, outputs } = (await read(id ?? '', signal)).flow;
      return { name, inputs, outputs };
    },
  });
}
