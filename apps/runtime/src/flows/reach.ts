import type { Flow, Problem } from '@gatherline/flow';
import { RequestError } from '../request-error.ts';
import type { FlowDocument, FlowVersion } from '../store/ports/call-store.ts';
import type { DocumentCache } from '../store/document-cache.ts';
import { createBundles } from './bundles.ts';
import { deadEndProblem, deadEnds, isItself } from './dead-ends.ts';
import { entriesFrom, type Entry, type Find } from './entries.ts';
import type { FlowLibrary } from './library.ts';
import type { Reference } from './references.ts';

export interface Reached {
  readonly root: Flow;
  readonly entries: readonly Entry[];
}

/** Where calls come to from a flow, through the steps that enter other flows. */
export interface Reach {
  /** The flow together with those that it enters. */
  complete(flowVersion: FlowVersion): Promise<FlowVersion>;
  /** From a flow as it is published now; null when it is not. */
  fromPublished(id: string): Promise<Reached | null>;
  /** What callers would find missing, were this flow published. */
  problemsIn(root: Flow): Promise<readonly Problem[]>;
}

type Wanted = number | 'newest' | 'draft';

export function createReach(library: Pick<FlowLibrary, 'resolveVersion'>, documents: DocumentCache): Reach {
  const bundle = createBundles(documents);
  const read = ({ hash, text }: FlowDocument) => documents(hash, () => text);

  async function find({ flow, version }: Pick<Reference, 'flow' | 'version'>, unpinned: Wanted) {
    try {
      return (await library.resolveVersion(flow, version ?? unpinned)).document;
    } catch (error) {
      if (error instanceof RequestError && error.status < 500) return null;
      throw error;
    }
  }
  const findPublished: Find = (reference) => find(reference, 'newest');

  return {
    async complete(flowVersion) {
      const unpinned = flowVersion.version === null ? 'draft' : 'newest';
      const root = read(flowVersion.document);
      const entries = await entriesFrom(root, (reference) => find(reference, unpinned), documents);
      return entries.length === 0
        ? flowVersion
        : { ...flowVersion, document: bundle(flowVersion.document, entries) };
    },

    async fromPublished(id) {
      const document = await find({ flow: id, version: null }, 'newest');
      if (document === null) return null;
      const root = read(document);
      return { root, entries: await entriesFrom(root, findPublished, documents) };
    },

    async problemsIn(root) {
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
    },
  };
}
