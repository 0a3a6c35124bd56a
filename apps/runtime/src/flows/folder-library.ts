import type { FlowSummary } from '../store/ports/flow-store.ts';
import { RequestError } from '../request-error.ts';
import { lineAmong } from '../store/same-line.ts';
import type { FlowLibrary } from './library.ts';
import { type FlowFolder, type FolderFlow, folderVersion } from './read-folder.ts';
import { noFlow } from './stored-library.ts';

/** Flows from a checkout: served as published under version 1, changed only in their files. */
export function createFolderLibrary({ flows, routing }: FlowFolder): FlowLibrary {
  function find(id: string): FolderFlow {
    const found = flows.get(id);
    if (found === undefined) throw noFlow(id);
    return found;
  }
  const flowVersion = (id: string) => ({
    flow: id,
    version: folderVersion,
    revision: 1,
    document: find(id).document,
  });

  return {
    isReadOnly: true,
    list: async () => [...flows.values()].map(toSummary),
    async read(id) {
      const { flow, changedMs } = find(id);
      return { flow, revision: 1, publishedVersion: folderVersion, publishedAt: toIso(changedMs) };
    },
    create: refuse,
    save: refuse,
    remove: refuse,
    publish: refuse,
    saveRouting: refuse,
    async versions(id) {
      return [{ version: folderVersion, publishedAt: toIso(find(id).changedMs), revision: 1 }];
    },
    async readVersion(id, version) {
      const { flow, changedMs } = find(id);
      if (version !== folderVersion)
        throw new RequestError(404, 'no_such_version', `${id} has no version ${version}.`);
      return { version, flow, publishedAt: toIso(changedMs) };
    },
    readRouting: async () => ({ ...routing, revision: 1 }),
    async versionFor(number, connectionId) {
      const { routes, defaultFlow } = routing;
      const numbers = routes.flatMap(({ by, value }) => (by === 'number' ? [value] : []));
      const line = lineAmong(numbers, number);
      const route =
        routes.find(({ by, value }) => by === 'number' && value === line) ??
        routes.find(({ by, value }) => by === 'connection_id' && value === connectionId);
      const id = route?.flow ?? defaultFlow;
      return id === null ? null : flowVersion(id);
    },
    async resolveVersion(id, version) {
      if (typeof version === 'number' && version !== folderVersion) {
        throw new RequestError(404, 'no_such_version', `${id} has no version ${version}.`);
      }
      return flowVersion(id);
    },
  };
}

async function refuse(): Promise<never> {
  throw new RequestError(
    409,
    'read_only',
    'The flows of this service come from files (FLOWS_DIR): change the file, and start the service again.',
  );
}

function toSummary({ flow, changedMs }: FolderFlow): FlowSummary {
  return {
    id: flow.id,
    name: flow.name,
    revision: 1,
    updatedAt: toIso(changedMs),
    publishedVersion: folderVersion,
    publishedAt: toIso(changedMs),
    publishedRevision: 1,
  };
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
