import { randomUUID } from 'node:crypto';
import type { Flow, RunnableFlow } from '@gatherline/flow';
import type { Resources } from '../../resources/resources.ts';
import type { FlowVersion } from '../../store/ports/call-store.ts';
import type { DocumentCache } from '../../store/document-cache.ts';
import type { CallInputs } from '../advance-call.ts';

/** Gathers what a call is given when it begins to follow a flow. */
export type ResolveCallInputs = (flowVersion: FlowVersion) => Promise<CallInputs>;

export interface CallInputsParts {
  readonly resources: Pick<Resources, 'valuesFor'>;
  readonly documents: DocumentCache;
  /** Gives a text that nobody can guess. */
  readonly newSeed?: () => string;
  /** By whose clock a call is told the time where its flow names no zone; the machine's if left out. */
  readonly timeZone?: () => string | undefined;
}

export function createCallInputsResolver({
  resources,
  documents,
  newSeed = randomUUID,
  timeZone = () => undefined,
}: CallInputsParts): ResolveCallInputs {
  return async ({ document: { hash, text } }) => {
    const { values } = await resources.valuesFor(declaredIn(documents(hash, () => text)));
    const zone = timeZone();
    return { seed: newSeed(), resources: values, ...(zone === undefined ? {} : { timeZone: zone }) };
  };
}

/** The resources that a flow and those that it enters declare. */
function declaredIn({ resources, subflows = {} }: RunnableFlow): Flow['resources'] {
  return Object.assign({}, ...Object.values(subflows).map((flow) => flow.resources), resources);
}
