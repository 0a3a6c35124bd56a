import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Every step of the schema, by name in order. A step that was released is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001_first': {
    async up(db: Kysely<never>) {
      await createFlowTables(db);
      await createCallTables(db);
      await createEventTables(db);
    },
  },
  '0002_resources': { up: createResourceTable },
  '0003_removed_flows': { up: createRemovedFlowTable },
  '0004_attempts': { up: renameClaims },
};

async function createFlowTables(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('settings')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('documents')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('text', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('flows')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('updated_ms', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('versions')
    .addColumn('flow', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull().references('documents.hash'))
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('published_ms', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('versions_key', ['flow', 'version'])
    .execute();
  await db.schema
    .createTable('routes')
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('flow', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('routes_key', ['by', 'value'])
    .execute();
}

async function createResourceTable(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('resources')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('updated_ms', 'integer', (column) => column.notNull())
    .execute();
}

async function createRemovedFlowTable(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('removed_flows')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
}

/** How often the deadline of a call was looked after without effect. */
async function renameClaims(db: Kysely<never>): Promise<void> {
  await db.schema.alterTable('calls').renameColumn('claims', 'attempts').execute();
}

async function createCallTables(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('calls')
    .addColumn('place', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('carrier', 'text', (column) => column.notNull())
    .addColumn('session', 'text', (column) => column.notNull())
    .addColumn('flow', 'text', (column) => column.notNull())
    .addColumn('version', 'integer')
    .addColumn('revision', 'integer')
    .addColumn('document', 'text', (column) => column.notNull().references('documents.hash'))
    .addColumn('test', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('node', 'text')
    .addColumn('call', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('entries', 'integer', (column) => column.notNull())
    .addColumn('commands', 'integer', (column) => column.notNull())
    .addColumn('deadline_ms', 'integer')
    .addColumn('claims', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('calls_by_session').on('calls').columns(['carrier', 'session']).execute();
  await db.schema.createIndex('calls_by_deadline').on('calls').column('deadline_ms').execute();
  await db.schema.createIndex('calls_by_state').on('calls').columns(['state', 'test']).execute();
  await db.schema
    .createTable('legs')
    .addColumn('carrier', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('call', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('legs_key', ['carrier', 'id'])
    .execute();
  await db.schema
    .createTable('dials')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('carrier', 'text', (column) => column.notNull())
    .addColumn('dial', 'text', (column) => column.notNull())
    .addColumn('flow', 'text', (column) => column.notNull())
    .addColumn('version', 'integer')
    .addColumn('revision', 'integer')
    .addColumn('document', 'text', (column) => column.notNull().references('documents.hash'))
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('call', 'text')
    .addColumn('created_ms', 'integer', (column) => column.notNull())
    .execute();
}

async function createEventTables(db: Kysely<never>): Promise<void> {
  await db.schema
    .createTable('events')
    .addColumn('carrier', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('seen_ms', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('events_key', ['carrier', 'id'])
    .execute();
  await db.schema.createIndex('events_by_age').on('events').column('seen_ms').execute();
  await db.schema
    .createTable('trace')
    .addColumn('call', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('trace_key', ['call', 'seq'])
    .execute();
  await db.schema
    .createTable('outbox')
    .addColumn('call', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('visit', 'integer', (column) => column.notNull())
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('created_ms', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('outbox_key', ['call', 'seq'])
    .execute();
}
