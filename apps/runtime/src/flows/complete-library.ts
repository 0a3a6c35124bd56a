import type { Flow, Problem } from '@gatherline/flow';
import { RequestError } from '../request-error.ts';
import type { Resources } from '../resources/resources.ts';
import type { FollowedFlow } from '../stores/call-store.ts';
import { createDocumentCache } from '../stores/document-cache.ts';
import { fromText, toDocument } from './document.ts';
import type { FlowLibrary } from './library.ts';
import { deadReference, type Reference, referencesIn } from './references.ts';

type Wanted = number | 'newest' | 'draft';

/**
 * A library whose flows come complete: what a call is to follow holds the flows that it enters, so that it stays on
 * them to its end; and what refers to a flow or a resource that is not here can't be published.
 */
export function createCompleteLibrary(
  library: FlowLibrary,
  resources: Pick<Resources, 'valuesFor'>,
): FlowLibrary {
  const documents = createDocumentCache();
  const read = async ({ flow, version }: Reference, unpinned: Wanted): Promise<Flow | null> => {
    try {
      const { document } = await library.follow(flow, version ?? unpinned);
      return fromText(document.text);
    } catch (error) {
      if (error instanceof RequestError && error.status < 500) return null;
      throw error;
    }
  };

  async function complete(followed: FollowedFlow): Promise<FollowedFlow> {
    const { hash, text } = followed.document;
    const flow = documents(hash, () => text);
    if (referencesIn(flow).length === 0) return followed;
    const wanted = followed.version === null ? 'draft' : 'newest';
    const subflows = await collect(flow, (reference) => read(reference, wanted));
    return { ...followed, document: toDocument(JSON.stringify({ ...flow, subflows })) };
  }

  return {
    ...library,
    async publish(id, revision) {
      const { flow } = await library.read(id);
      const missing = [
        ...(await missingFlows(flow, (reference) => read(reference, 'newest'))),
        ...(await missingResources(flow, resources)),
      ];
      if (missing.length > 0) throw notHere(missing);
      return library.publish(id, revision);
    },
    async answering(number, connectionId) {
      const followed = await library.answering(number, connectionId);
      return followed && complete(followed);
    },
    async follow(id, wanted) {
      return complete(await library.follow(id, wanted));
    },
  };
}

type Read = (reference: Reference) => Promise<Flow | null>;

/** Every flow that is entered from here, directly or through another one. */
async function collect(flow: Flow, read: Read): Promise<Record<string, Flow>> {
  const subflows: Record<string, Flow> = {};
  const open = [...referencesIn(flow)];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (Object.hasOwn(subflows, next.text)) continue;
    const entered = await read(next);
    if (entered === null) continue;
    subflows[next.text] = entered;
    open.push(...referencesIn(entered));
  }
  return subflows;
}

async function missingFlows(flow: Flow, read: Read): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const reference of referencesIn(flow)) {
    const isItself = reference.flow === flow.id && reference.version === null;
    if (isItself || (await read(reference)) !== null) continue;
    const hasOthers = reference.version !== null && (await read({ ...reference, version: null })) !== null;
    problems.push(hasOthers ? noSuchVersion(reference) : notPublished(reference));
  }
  return problems;
}

function notPublished(reference: Reference): Problem {
  return deadReference(reference, 'flow', {
    message: `The flow ${reference.flow} is not published here; callers would hear an apology.`,
    cure: 'Publish it first, or choose another flow.',
  });
}

function noSuchVersion(reference: Reference): Problem {
  return deadReference(reference, 'version', {
    message: `The flow ${reference.flow} has no version ${reference.version}; callers would hear an apology.`,
    cure: 'Choose one of its versions, or none to follow the newest.',
  });
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
