import type { Flow, Problem } from '@gatherline/flow';
import { RequestError } from '../request-error.ts';
import type { Resources } from '../resources/resources.ts';
import type { DocumentCache } from '../store/document-cache.ts';
import type { Routing } from '../store/ports/flow-store.ts';
import { deadEnd, deadEnds, stillEntered } from './dead-ends.ts';
import { createInTurn } from './in-turn.ts';
import type { FlowLibrary } from './library.ts';
import { createReach, type Reach } from './reach.ts';

export interface CompleteLibraryParts {
  readonly resources: Pick<Resources, 'valuesFor'>;
  readonly documents: DocumentCache;
}

/**
 * A library whose flows come complete: what a call is to follow holds the flows that it enters, so that it stays on
 * them to its end. Nothing here lets callers come to a step that enters what is not here.
 */
export function createCompleteLibrary(
  library: FlowLibrary,
  { resources, documents }: CompleteLibraryParts,
): FlowLibrary {
  const reach = createReach(library, documents);
  // What may be removed depends on what is published and routed, so that these go one after the other.
  const inTurn = createInTurn();
  return {
    ...library,
    publish: (id, revision) =>
      inTurn(async () => {
        const { flow } = await library.read(id);
        const missing = [...(await reach.problemsIn(flow)), ...(await missingResources(flow, resources))];
        if (missing.length > 0) throw notHere(missing);
        return library.publish(id, revision);
      }),
    remove: (id, revision) =>
      inTurn(async () => {
        if (!library.isReadOnly) await assertNotEntered(id, await library.readRouting(), reach);
        return library.remove(id, revision);
      }),
    saveRouting: (routing, revision) =>
      inTurn(async () => {
        const known = answeringFlows(await library.readRouting());
        const added = answeringFlows(routing).filter((id) => !known.includes(id));
        if (!library.isReadOnly) for (const id of added) await assertLeadsOn(id, 422, reach);
        return library.saveRouting(routing, revision);
      }),
    async versionFor(number, connectionId) {
      const flowVersion = await library.versionFor(number, connectionId);
      return flowVersion && reach.complete(flowVersion);
    },
    async resolveVersion(id, wanted) {
      const flowVersion = await library.resolveVersion(id, wanted);
      // Whoever rings a draft or an old version tries it out; the newest one is what callers get.
      if (wanted === 'newest') await assertLeadsOn(id, 409, reach);
      return reach.complete(flowVersion);
    },
  };
}

async function assertLeadsOn(id: string, status: 409 | 422, reach: Reach): Promise<void> {
  const reached = await reach.fromPublished(id);
  if (reached === null) return;
  const [dead] = deadEnds(reached.root, reached.entries);
  if (dead !== undefined) throw deadEnd(status, reached.root, dead);
}

async function assertNotEntered(id: string, routing: Routing, reach: Reach): Promise<void> {
  const reached = await Promise.all(answeringFlows(routing).map((flow) => reach.fromPublished(flow)));
  const entering = reached
    .flatMap((one) => one?.entries ?? [])
    .filter(({ by, reference }) => reference.flow === id && by.id !== id);
  if (entering.length > 0) throw stillEntered(id, entering);
}

/** The flows that answer somebody. */
function answeringFlows({ routes, defaultFlow }: Omit<Routing, 'revision'>): readonly string[] {
  const all = [...routes.map(({ flow }) => flow), ...(defaultFlow === null ? [] : [defaultFlow])];
  return [...new Set(all)];
}

async function missingResources(
  { resources: declared }: Flow,
  resources: Pick<Resources, 'valuesFor'>,
): Promise<readonly Problem[]> {
  const { missing } = await resources.valuesFor(declared);
  return missing.map((name) => ({
    rule: 'unbound-resource',
    severity: 'error',
    path: ['resources', name],
    message: `The detail ${name} has no value here, so steps that use it would fail.`,
    cure: 'Give it a value under Details.',
  }));
}

function notHere(problems: readonly Problem[]): RequestError {
  const count = problems.length === 1 ? 'one thing' : `${problems.length} things`;
  const message = `This flow needs ${count} that this service does not have yet.`;
  return new RequestError(422, 'not_publishable', message, { problems });
}
