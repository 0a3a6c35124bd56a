import type { Kysely } from 'kysely';
import { createDocumentStatements } from './document-statements.ts';
import type { Prepare, Value } from './node-sqlite.ts';
import type { Tables } from '../sql/schema.ts';

export type FlowStatements = ReturnType<typeof createFlowStatements>;

export function createFlowStatements(db: Kysely<Tables>, prepare: Prepare) {
  return {
    ...createDocumentStatements(db, prepare),
    ...draftStatements(db, prepare),
    ...versionStatements(db, prepare),
    ...routeStatements(db, prepare),
    ...settingStatements(db, prepare),
  };
}

/** Drafts, each with its newest version. */
function selectFlows(db: Kysely<Tables>) {
  return db
    .selectFrom('flows')
    .leftJoin('versions', (join) =>
      join.onRef('versions.flow', '=', 'flows.id').on('versions.version', '=', (builder) =>
        builder
          .selectFrom('versions as newest')
          .whereRef('newest.flow', '=', 'flows.id')
          .select((select) => select.fn.max('newest.version').as('version')),
      ),
    )
    .select(['flows.id', 'flows.name', 'flows.revision', 'flows.updated_ms'])
    .select(['versions.version', 'versions.published_ms', 'versions.revision as published_revision']);
}

type NewFlowRow = { id: string; name: string; text: string; revision: number; at: number };

function draftStatements(db: Kysely<Tables>, prepare: Prepare) {
  return {
    list: prepare(() => selectFlows(db).orderBy('flows.name').orderBy('flows.id')),
    draft: prepare((value: Value<{ id: string }>) =>
      selectFlows(db).select('flows.text').where('flows.id', '=', value('id')),
    ),
    insert: prepare((value: Value<NewFlowRow>) =>
      db
        .insertInto('flows')
        .values({
          id: value('id'),
          name: value('name'),
          text: value('text'),
          revision: value('revision'),
          updated_ms: value('at'),
        })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    update: prepare((value: Value<{ id: string; name: string; text: string; base: number; at: number }>) =>
      db
        .updateTable('flows')
        .set((set) => ({
          name: value('name'),
          text: value('text'),
          revision: set('revision', '+', 1),
          updated_ms: value('at'),
        }))
        .where('id', '=', value('id'))
        .where('revision', '=', value('base')),
    ),
    remove: prepare((value: Value<{ id: string }>) => db.deleteFrom('flows').where('id', '=', value('id'))),
    lastNumbers: prepare((value: Value<{ id: string }>) =>
      db.selectFrom('removed_flows').select(['revision', 'version']).where('id', '=', value('id')),
    ),
    keepNumbers: prepare((value: Value<{ id: string; revision: number; version: number }>) => {
      const numbers = { revision: value('revision'), version: value('version') };
      return db
        .insertInto('removed_flows')
        .values({ id: value('id'), ...numbers })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(numbers));
    }),
  };
}

function versionStatements(db: Kysely<Tables>, prepare: Prepare) {
  return {
    insertVersion: prepare(
      (value: Value<{ id: string; version: number; hash: string; revision: number; at: number }>) =>
        db.insertInto('versions').values({
          flow: value('id'),
          version: value('version'),
          document: value('hash'),
          revision: value('revision'),
          published_ms: value('at'),
        }),
    ),
    versions: prepare((value: Value<{ id: string }>) =>
      db
        .selectFrom('versions')
        .select(['version', 'revision', 'published_ms'])
        .where('flow', '=', value('id'))
        .orderBy('version', 'desc'),
    ),
    newest: prepare((value: Value<{ id: string }>) =>
      db
        .selectFrom('versions')
        .select('version')
        .where('flow', '=', value('id'))
        .orderBy('version', 'desc')
        .limit(1),
    ),
    version: prepare((value: Value<{ id: string; version: number }>) =>
      db
        .selectFrom('versions')
        .innerJoin('documents', 'documents.hash', 'versions.document')
        .select(['version', 'revision', 'published_ms', 'document', 'documents.text'])
        .where('flow', '=', value('id'))
        .where('version', '=', value('version')),
    ),
    removeVersions: prepare((value: Value<{ id: string }>) =>
      db.deleteFrom('versions').where('flow', '=', value('id')),
    ),
  };
}

function routeStatements(db: Kysely<Tables>, prepare: Prepare) {
  return {
    routes: prepare(() => db.selectFrom('routes').select(['by', 'value', 'flow']).orderBy('position')),
    route: prepare((value: Value<{ by: string; value: string }>) =>
      db
        .selectFrom('routes')
        .select('flow')
        .where('by', '=', value('by'))
        .where('value', '=', value('value')),
    ),
    clearRoutes: prepare(() => db.deleteFrom('routes')),
    insertRoute: prepare((value: Value<{ position: number; by: string; value: string; flow: string }>) =>
      db.insertInto('routes').values({
        position: value('position'),
        by: value('by'),
        value: value('value'),
        flow: value('flow'),
      }),
    ),
  };
}

function settingStatements(db: Kysely<Tables>, prepare: Prepare) {
  return {
    setting: prepare((value: Value<{ name: string }>) =>
      db.selectFrom('settings').select('value').where('name', '=', value('name')),
    ),
    set: prepare((value: Value<{ name: string; value: string }>) =>
      db
        .insertInto('settings')
        .values({ name: value('name'), value: value('value') })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: value('value') })),
    ),
  };
}
