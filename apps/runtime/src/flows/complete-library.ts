import { definitionOf, type Flow, type Problem } from '@gatherline/flow';
import { RequestError } from '../request-error.ts';
import type { Resources } from '../resources/resources.ts';
import type { FollowedFlow } from '../stores/call-store.ts';
import { createDocumentCache } from '../stores/document-cache.ts';
import { fromText, toDocument } from './document.ts';
import type { FlowLibrary } from './library.ts';

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
  const readReferenced = async (reference: string, wanted: Wanted): Promise<Flow | null> => {
    const [id = '', version] = reference.split('@');
    try {
      const { document } = await library.follow(id, version === undefined ? wanted : Number(version));
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
    const subflows = await collect(flow, (reference) => readReferenced(reference, wanted));
    return { ...followed, document: toDocument(JSON.stringify({ ...flow, subflows })) };
  }

  return {
    ...library,
    async publish(id, revision) {
      const { flow } = await library.read(id);
      const missing = [
        ...(await missingFlows(flow, (reference) => readReferenced(reference, 'newest'))),
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

/** References of the flows that a flow enters, each once. */
function referencesIn({ nodes }: Flow): readonly string[] {
  const found = Object.values(nodes).flatMap(
    ({ type, params }) => definitionOf(type)?.enters?.(params) ?? [],
  );
  return [...new Set(found)];
}

/** Every flow that is entered from here, directly or through another one. */
async function collect(
  flow: Flow,
  read: (reference: string) => Promise<Flow | null>,
): Promise<Record<string, Flow>> {
  const subflows: Record<string, Flow> = {};
  const open = [...referencesIn(flow)];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    if (Object.hasOwn(subflows, next)) continue;
    const entered = await read(next);
    if (entered === null) continue;
    subflows[next] = entered;
    open.push(...referencesIn(entered));
  }
  return subflows;
}

async function missingFlows(
  flow: Flow,
  read: (reference: string) => Promise<Flow | null>,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const [id, { type, params }] of Object.entries(flow.nodes)) {
    const reference = definitionOf(type)?.enters?.(params) ?? null;
    if (reference === null || reference === flow.id || (await read(reference)) !== null) continue;
    problems.push({
      rule: 'unknown-flow',
      severity: 'error',
      node: id,
      path: ['params', 'flow'],
      message: `The flow ${reference} is not published here; callers would hear an apology.`,
      cure: 'Publish it first, or choose another flow.',
    });
  }
  return problems;
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
