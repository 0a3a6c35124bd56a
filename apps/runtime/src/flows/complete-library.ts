import type { Flow, Problem } from '@gatherline/flow';
import { RequestError } from '../request-error.ts';
import type { Resources } from '../resources/resources.ts';
import type { FlowDocument, FollowedFlow } from '../stores/call-store.ts';
import type { DocumentCache } from '../stores/document-cache.ts';
import type { Routing } from '../stores/flow-store.ts';
import { createBundles } from './bundles.ts';
import { deadEnd, deadEndProblem, deadEnds, isItself, stillEntered } from './dead-ends.ts';
import { entriesFrom, type Entry, type Find } from './entries.ts';
import { createInTurn } from './in-turn.ts';
import type { FlowLibrary } from './library.ts';
import type { Reference } from './references.ts';

type Wanted = number | 'newest' | 'draft';

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
  const bundle = createBundles(documents);
  // What may be removed depends on what is published and routed, so that these go one after the other.
  const inTurn = createInTurn();
  const read = ({ hash, text }: FlowDocument) => documents(hash, () => text);

  async function find({ flow, version }: Pick<Reference, 'flow' | 'version'>, unpinned: Wanted) {
    try {
      return (await library.follow(flow, version ?? unpinned)).document;
    } catch (error) {
      if (error instanceof RequestError && error.status < 500) return null;
      throw error;
    }
  }
  const findPublished: Find = (reference) => find(reference, 'newest');

  async function complete(followed: FollowedFlow): Promise<FollowedFlow> {
    const unpinned = followed.version === null ? 'draft' : 'newest';
    const root = read(followed.document);
    const entries = await entriesFrom(root, (reference) => find(reference, unpinned), documents);
    return entries.length === 0 ? followed : { ...followed, document: bundle(followed.document, entries) };
  }

  /** The steps that enter other flows, of what answers as it is published now. */
  async function publishedEntries(id: string): Promise<{ root: Flow; entries: readonly Entry[] } | null> {
    const document = await find({ flow: id, version: null }, 'newest');
    if (document === null) return null;
    const root = read(document);
    return { root, entries: await entriesFrom(root, findPublished, documents) };
  }

  async function assertLeadsOn(id: string, status: 409 | 422): Promise<void> {
    const published = await publishedEntries(id);
    const [dead] = published === null ? [] : deadEnds(published.root, published.entries);
    if (published !== null && dead !== undefined) throw deadEnd(status, published.root, dead);
  }

  async function assertNotEntered(id: string): Promise<void> {
    const answering = await Promise.all(answeringFlows(await library.readRouting()).map(publishedEntries));
    const entering = answering
      .flatMap((published) => published?.entries ?? [])
      .filter(({ by, reference }) => reference.flow === id && by.id !== id);
    if (entering.length > 0) throw stillEntered(id, entering);
  }

  async function deadEndProblems(root: Flow): Promise<readonly Problem[]> {
    // What it enters as itself is what is about to be published, not what was before.
    const findOther: Find = async (reference) =>
      isItself(root, reference) ? null : findPublished(reference);
    const dead = deadEnds(root, await entriesFrom(root, findOther, documents));
    return Promise.all(
      dead.map(async (entry) => {
        const isPinned = entry.reference.version !== null;
        const others = isPinned ? await find({ ...entry.reference, version: null }, 'newest') : null;
        return deadEndProblem(root, entry, others !== null);
      }),
    );
  }

  return {
    ...library,
    publish: (id, revision) =>
      inTurn(async () => {
        const { flow } = await library.read(id);
        const missing = [...(await deadEndProblems(flow)), ...(await missingResources(flow, resources))];
        if (missing.length > 0) throw notHere(missing);
        return library.publish(id, revision);
      }),
    remove: (id, revision) =>
      inTurn(async () => {
        if (!library.isReadOnly) await assertNotEntered(id);
        return library.remove(id, revision);
      }),
    saveRouting: (routing, revision) =>
      inTurn(async () => {
        const known = answeringFlows(await library.readRouting());
        const added = answeringFlows(routing).filter((id) => !known.includes(id));
        if (!library.isReadOnly) for (const id of added) await assertLeadsOn(id, 422);
        return library.saveRouting(routing, revision);
      }),
    async answering(number, connectionId) {
      const followed = await library.answering(number, connectionId);
      return followed && complete(followed);
    },
    async follow(id, wanted) {
      const followed = await library.follow(id, wanted);
      // Whoever rings a draft or an old version tries it out; the newest one is what callers get.
      if (wanted === 'newest') await assertLeadsOn(id, 409);
      return complete(followed);
    },
  };
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
    message: `The resource ${name} has no value here, so steps that use it would fail.`,
    cure: 'Give it a value under Resources.',
  }));
}

function notHere(problems: readonly Problem[]): RequestError {
  const count = problems.length === 1 ? 'one thing' : `${problems.length} things`;
  const message = `This flow needs ${count} that this service does not have yet.`;
  return new RequestError(422, 'not_publishable', message, { problems });
}
