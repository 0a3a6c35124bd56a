import type { ReadyMadeFlow } from '@gatherline/conversations/files';
import type { FlowStore } from '../store/ports/flow-store.ts';
import type { FlowLibrary } from './library.ts';

export interface Seeding {
  readonly flows: FlowStore;
  readonly library: FlowLibrary;
  readonly readyMade: () => readonly Pick<ReadyMadeFlow, 'id' | 'flow'>[];
  readonly isDemo: boolean;
}

const firstFlow = 'clinic_front_desk';

/**
 * The first start of an empty service brings one ready-made flow. In demo mode it is published and answers every call,
 * so that the phone has something to ring; on the real carrier that is for the operator to decide.
 */
export async function seedFirstFlow({ flows, library, readyMade, isDemo }: Seeding): Promise<void> {
  if (library.isReadOnly || !(await flows.isFirstStart())) return;
  const ready = readyMade().find(({ id }) => id === firstFlow);
  if (ready === undefined) return;
  const { revision } = await library.create(ready.flow);
  if (!isDemo) return;
  await library.publish(ready.id, revision);
  const routing = await library.readRouting();
  await library.saveRouting({ ...routing, defaultFlow: ready.id }, routing.revision);
}
