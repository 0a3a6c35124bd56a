import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Migrator } from 'kysely/migration';
import { createDocumentCache, type DocumentCache } from '../document-cache.ts';
import type { Store } from '../ports/store.ts';
import { createSqliteCallStore } from './calls.ts';
import { createSqliteFlowStore } from './flows.ts';
import { createGroupCommit } from './group-commit.ts';
import { migrations } from '../sql/migrations.ts';
import { createKysely, createPreparer, type Value } from './node-sqlite.ts';
import { createSqliteResourceStore } from './resources.ts';

/** A folder that can't be used; the message says why and what to do. */
export class DataFolderError extends Error {
  readonly code: 'folder_in_use' | 'folder_unusable';

  constructor(code: DataFolderError['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DataFolderError';
    this.code = code;
  }
}

interface OpenOptions {
  readonly documents?: DocumentCache;
  readonly busyTimeoutMs?: number;
}

/** Opens (or begins) the database in `folder`. One service at a time: a second one is refused with DataFolderError. */
export async function openSqliteStore(
  folder: string,
  { documents = createDocumentCache(), busyTimeoutMs = 1000 }: OpenOptions = {},
): Promise<Store> {
  const lock = lockFolder(folder);
  try {
    const database = openDatabase(join(folder, 'gatherline.sqlite'), busyTimeoutMs);
    await migrate(database);
    return createStore(database, { lock, documents });
  } catch (error) {
    lock.close();
    throw error instanceof DataFolderError ? error : unusable(folder, error);
  }
}

/** The lock is the kernel's, on a file beside the database: it is gone with the process, however that ends. */
function lockFolder(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true });
    const lock = new DatabaseSync(join(folder, 'in-use.lock'));
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      lock.close();
      throw error;
    }
    return lock;
  } catch (error) {
    if (error instanceof Error && error.message.includes('locked')) {
      throw new DataFolderError(
        'folder_in_use',
        `Another service is using the folder ${folder}: stop it, or set DATA_DIR to another folder.`,
        error,
      );
    }
    throw unusable(folder, error);
  }
}

function unusable(folder: string, cause: unknown): DataFolderError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new DataFolderError(
    'folder_unusable',
    `The folder ${folder} can not hold the database (${reason}): set DATA_DIR to a folder this user may write.`,
    cause,
  );
}

function openDatabase(path: string, busyTimeoutMs: number): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  return database;
}

async function migrate(database: DatabaseSync): Promise<void> {
  const migrator = new Migrator({
    db: createKysely(database),
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  // All or nothing: a schema that a crash left half made could never be completed.
  database.exec('BEGIN IMMEDIATE');
  const { error } = await migrator.migrateToLatest();
  database.exec(error === undefined ? 'COMMIT' : 'ROLLBACK');
  if (error !== undefined) throw error;
}

function createStore(
  database: DatabaseSync,
  { lock, documents }: { lock: DatabaseSync; documents: DocumentCache },
): Store {
  const commit = createGroupCommit(database);
  const db = createKysely(database);
  const prepare = createPreparer(database);
  const parts = { db, prepare, commit };
  const touch = prepare((value: Value<{ at: string }>) =>
    db
      .insertInto('settings')
      .values({ name: 'last_check', value: value('at') })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: value('at') })),
  );
  return {
    calls: createSqliteCallStore(parts, documents),
    flows: createSqliteFlowStore(parts),
    resources: createSqliteResourceStore(parts),
    async checkWritable() {
      await commit(() => touch.run({ at: new Date().toISOString() }));
    },
    async close() {
      if (!database.isOpen) return;
      await commit(() => undefined);
      database.close();
      lock.close();
    },
  };
}
