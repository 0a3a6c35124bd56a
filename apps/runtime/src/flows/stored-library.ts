import { RequestError } from '../request-error.ts';
import type { Draft, FlowStore, Routing } from '../store/ports/flow-store.ts';
import { assertPublishable, fromText, toDocument, toDraft } from './document.ts';
import type { FlowLibrary } from './library.ts';
import { assertCallsBegin } from './trial.ts';

/** The flows that people draw in the studio. `now` is the time in milliseconds since the epoch. */
export function createStoredLibrary(flows: FlowStore, now: () => number): FlowLibrary {
  async function readDraft(id: string): Promise<Draft> {
    const draft = await flows.readDraft(id);
    if (draft === null) throw noFlow(id);
    return draft;
  }

  return {
    isReadOnly: false,
    list: () => flows.list(),
    async read(id) {
      const { text, revision, publishedVersion, publishedAt } = await readDraft(id);
      return { flow: fromText(text), revision, publishedVersion, publishedAt };
    },
    ...createDraftWriter(flows, readDraft, now),
    ...createVersions(flows, readDraft, now),
    ...createRouting(flows),
  };
}

type DraftWriter = Pick<FlowLibrary, 'create' | 'save' | 'remove'>;

function createDraftWriter(flows: FlowStore, readDraft: ReadDraft, now: () => number): DraftWriter {
  return {
    async create(document) {
      const draft = toDraft(document);
      const revision = await flows.create(draft, now());
      if (revision !== null) return { flow: draft.flow, revision };
      throw new RequestError(
        409,
        'id_taken',
        `There is a flow with the id ${draft.id} already: choose another id.`,
      );
    },

    async save(id, document, baseRevision) {
      const draft = toDraft(document);
      if (draft.id !== id) {
        const message = `The flow calls itself ${draft.id}: create it under that id instead.`;
        throw new RequestError(422, 'id_changed', message);
      }
      const saved = await flows.save(draft, baseRevision, now());
      if (saved.kind === 'missing') throw noFlow(id);
      if (saved.kind === 'conflict') throw revisionConflict(saved.current);
      return { revision: saved.revision };
    },

    async remove(id, baseRevision) {
      const outcome = await flows.remove(id, baseRevision);
      if (outcome === 'missing') throw noFlow(id);
      if (outcome === 'conflict') throw revisionConflict(await readDraft(id));
      if (outcome === 'routed') {
        const message = `A route still leads to ${id}: lead it elsewhere first.`;
        throw new RequestError(409, 'still_routed', message);
      }
    },
  };
}

type ReadDraft = (id: string) => Promise<Draft>;

type Versions = Pick<FlowLibrary, 'publish' | 'versions' | 'readVersion' | 'resolveVersion'>;

function createVersions(flows: FlowStore, readDraft: ReadDraft, now: () => number): Versions {
  async function readVersion(id: string, wanted: number | 'newest') {
    const version = await flows.readVersion(id, wanted);
    if (version !== null) return version;
    await readDraft(id);
    throw wanted === 'newest'
      ? new RequestError(409, 'not_published', `${id} is not published yet: publish it first.`)
      : new RequestError(404, 'no_such_version', `${id} has no version ${wanted}.`);
  }

  return {
    async publish(id, revision) {
      const draft = await readDraft(id);
      if (draft.revision !== revision) throw revisionConflict(draft);
      assertPublishable(fromText(draft.text));
      const document = toDocument(draft.text);
      assertCallsBegin(document);
      const published = await flows.publish(id, revision, document, now());
      if (published.kind === 'missing') throw noFlow(id);
      if (published.kind === 'conflict') throw revisionConflict(published.current);
      return published;
    },
    async versions(id) {
      await readDraft(id);
      return flows.versions(id);
    },
    async readVersion(id, wanted) {
      const { version, document, publishedAt } = await readVersion(id, wanted);
      return { version, flow: fromText(document.text), publishedAt };
    },
    async resolveVersion(id, wanted) {
      if (wanted !== 'draft') {
        const { version, revision, document } = await readVersion(id, wanted);
        return { flow: id, version, revision, document };
      }
      const { text, revision } = await readDraft(id);
      return { flow: id, version: null, revision, document: toDocument(text) };
    },
  };
}

function createRouting(flows: FlowStore): Pick<FlowLibrary, 'readRouting' | 'saveRouting' | 'versionFor'> {
  return {
    readRouting: () => flows.readRouting(),
    async saveRouting(routing, baseRevision) {
      const saved = await flows.saveRouting(routing, baseRevision);
      if (saved.kind === 'conflict') throw routingConflict(saved.current);
      if (saved.kind === 'unknown_flow') {
        throw new RequestError(422, 'unknown_flow', `There is no flow ${saved.flow} for a route to lead to.`);
      }
      return { revision: saved.revision };
    },
    async versionFor(number, connectionId) {
      const flow = await flows.routeOf(number, connectionId);
      if (flow === null) return null;
      const newest = await flows.readVersion(flow, 'newest');
      return (
        newest && { flow, version: newest.version, revision: newest.revision, document: newest.document }
      );
    },
  };
}

export function noFlow(id: string): RequestError {
  return new RequestError(404, 'no_such_flow', `There is no flow ${id}.`);
}

function revisionConflict({ text, revision, updatedAt }: Draft): RequestError {
  return new RequestError(
    412,
    'revision_conflict',
    'Somebody else has saved this flow since you opened it: look at their version, then save again.',
    { current: { flow: JSON.parse(text), revision, updated_at: updatedAt } },
  );
}

function routingConflict({ revision }: Routing): RequestError {
  return new RequestError(
    412,
    'revision_conflict',
    'Somebody else has changed the routes since you opened them: load them again.',
    { current: { revision } },
  );
}
