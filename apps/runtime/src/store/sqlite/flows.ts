import type {
  Draft,
  FlowStore,
  FlowSummary,
  Published,
  Route,
  Routing,
  VersionSummary,
} from '../ports/flow-store.ts';
import { lineAmong } from '../same-line.ts';
import { createFlowStatements, type FlowStatements } from './flow-statements.ts';
import type { Commit } from './group-commit.ts';
import type { Parts } from './parts.ts';

export function createSqliteFlowStore(parts: Parts): FlowStore {
  const statements = createFlowStatements(parts.db, parts.prepare);
  const { commit } = parts;
  return {
    ...createDraftStore(statements, commit),
    ...createVersionStore(statements, commit),
    ...createRouteStore(statements, commit),
    isFirstStart: () =>
      commit(() => {
        const isFirst = statements.setting.first({ name: 'started' }) === undefined;
        statements.set.run({ name: 'started', value: 'yes' });
        return isFirst && statements.list.all({}).length === 0;
      }),
  };
}

type DraftStore = Pick<FlowStore, 'list' | 'readDraft' | 'create' | 'save' | 'remove'>;

function createDraftStore(statements: FlowStatements, commit: Commit): DraftStore {
  const draftOf = (id: string) => readDraft(statements, id);
  return {
    list: async () => statements.list.all({}).map(toSummary),
    readDraft: async (id) => draftOf(id),

    create: ({ id, name, text }, atMs) =>
      commit(() => {
        const revision = (statements.lastNumbers.first({ id })?.revision ?? 0) + 1;
        return statements.insert.run({ id, name, text, revision, at: atMs }) > 0 ? revision : null;
      }),

    save: ({ id, name, text }, baseRevision, atMs) =>
      commit(() => {
        if (statements.update.run({ id, name, text, base: baseRevision, at: atMs }) > 0) {
          return { kind: 'saved' as const, revision: baseRevision + 1 };
        }
        return conflictOrMissing(draftOf(id));
      }),

    remove: (id, baseRevision) =>
      commit(() => {
        const draft = draftOf(id);
        if (draft === null) return 'missing';
        if (draft.revision !== baseRevision) return 'conflict';
        if (leadsTo(readRouting(statements), id)) return 'routed';
        const version = lastVersion(statements, id);
        statements.keepNumbers.run({ id, revision: draft.revision, version });
        statements.removeVersions.run({ id });
        statements.remove.run({ id });
        return 'removed';
      }),
  };
}

type VersionStore = Pick<FlowStore, 'publish' | 'versions' | 'readVersion'>;

function createVersionStore(statements: FlowStatements, commit: Commit): VersionStore {
  return {
    publish: (id, revision, document, atMs) =>
      commit((): Published => {
        const draft = readDraft(statements, id);
        if (draft?.revision !== revision) return conflictOrMissing(draft);
        statements.insertDocument.run(document);
        const version = lastVersion(statements, id) + 1;
        statements.insertVersion.run({ id, version, hash: document.hash, revision, at: atMs });
        return { kind: 'published', version, publishedAt: toIso(atMs) };
      }),

    versions: async (id) => statements.versions.all({ id }).map(toVersion),

    async readVersion(id, wanted) {
      const version = wanted === 'newest' ? statements.newest.first({ id })?.version : wanted;
      const row = version === undefined ? undefined : statements.version.first({ id, version });
      return row === undefined
        ? null
        : { ...toVersion(row), document: { hash: row.document, text: row.text } };
    },
  };
}

/** The last version that anything under this id had. */
function lastVersion(statements: FlowStatements, id: string): number {
  return statements.newest.first({ id })?.version ?? statements.lastNumbers.first({ id })?.version ?? 0;
}

type RouteStore = Pick<FlowStore, 'readRouting' | 'saveRouting' | 'routeOf'>;

function createRouteStore(statements: FlowStatements, commit: Commit): RouteStore {
  return {
    readRouting: async () => readRouting(statements),

    saveRouting: (routing, baseRevision) =>
      commit(() => {
        const current = readRouting(statements);
        if (current.revision !== baseRevision) return { kind: 'conflict' as const, current };
        const unknown = flowsOf(routing).find((id) => readDraft(statements, id) === null);
        if (unknown !== undefined) return { kind: 'unknown_flow' as const, flow: unknown };
        writeRouting(statements, { ...routing, revision: baseRevision + 1 });
        return { kind: 'saved' as const, revision: baseRevision + 1 };
      }),

    async routeOf(number, connectionId) {
      const byNumber = statements.route.first({ by: 'number', value: number });
      if (byNumber !== undefined) return byNumber.flow;
      const { routes } = readRouting(statements);
      const numbers = routes.flatMap(({ by, value }) => (by === 'number' ? [value] : []));
      const line = lineAmong(numbers, number);
      if (line !== undefined) return statements.route.first({ by: 'number', value: line })?.flow ?? null;
      const byConnection = statements.route.first({ by: 'connection_id', value: connectionId ?? '' });
      return byConnection?.flow ?? defaultFlow(statements);
    },
  };
}

function conflictOrMissing(current: Draft | null) {
  return current === null ? { kind: 'missing' as const } : { kind: 'conflict' as const, current };
}

function readDraft(statements: FlowStatements, id: string): Draft | null {
  const row = statements.draft.first({ id });
  return row === undefined ? null : { ...toSummary(row), text: row.text };
}

function readRouting(statements: FlowStatements): Routing {
  return {
    routes: statements.routes.all({}).map(toRoute),
    defaultFlow: defaultFlow(statements),
    revision: Number(statements.setting.first({ name: 'routing_revision' })?.value ?? 1),
  };
}

function writeRouting(statements: FlowStatements, { routes, defaultFlow: flow, revision }: Routing): void {
  statements.clearRoutes.run({});
  for (const [position, route] of routes.entries()) statements.insertRoute.run({ position, ...route });
  statements.set.run({ name: 'default_flow', value: flow ?? '' });
  statements.set.run({ name: 'routing_revision', value: String(revision) });
}

function defaultFlow(statements: FlowStatements): string | null {
  return statements.setting.first({ name: 'default_flow' })?.value || null;
}

function leadsTo(routing: Routing, flow: string): boolean {
  return flowsOf(routing).includes(flow);
}

function flowsOf({ routes, defaultFlow: flow }: Omit<Routing, 'revision'>): readonly string[] {
  return [...routes.map((route) => route.flow), ...(flow === null ? [] : [flow])];
}

function toRoute({ by, value, flow }: { by: string; value: string; flow: string }): Route {
  return { by: by === 'number' ? 'number' : 'connection_id', value, flow };
}

function toSummary(row: {
  id: string;
  name: string;
  revision: number;
  updated_ms: number;
  version: number | null;
  published_ms: number | null;
  published_revision: number | null;
}): FlowSummary {
  return {
    id: row.id,
    name: row.name,
    revision: row.revision,
    updatedAt: toIso(row.updated_ms),
    publishedVersion: row.version,
    publishedAt: row.published_ms === null ? null : toIso(row.published_ms),
    publishedRevision: row.published_revision,
  };
}

function toVersion(row: { version: number; revision: number; published_ms: number }): VersionSummary {
  return { version: row.version, publishedAt: toIso(row.published_ms), revision: row.revision };
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
