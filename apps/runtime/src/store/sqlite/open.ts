import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Migrator } from 'kysely/migration';
import { createDocumentCache, type DocumentCache } from '../document-cache.ts';
import type { Store } from '../ports/store.ts';
import { createSqliteCallStore } from './calls.ts';
import { createWritableCheck } from './check-writable.ts';
import { createSqliteFlowStore } from './flows.ts';
import { createGroupCommit } from './group-commit.ts';
import { migrations } from '../sql/migrations.ts';
import { createKysely, createPreparer } from './node-sqlite.ts';
import { createSqliteResourceStore } from './resources.ts';
import { troubleOf } from './trouble.ts';

/** A folder that can't be used; the message says why and what to do. */
export class DataFolderError extends Error {
  readonly code:
    | 'folder_in_use'
    | 'folder_unusable'
    | 'database_damaged'
    | 'database_full'
    | 'database_newer';

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
    refuseNewer(database, folder);
    await migrate(database);
    return createStore(database, { lock, documents });
  } catch (error) {
    lock.close();
    throw error instanceof DataFolderError ? error : unusable(folder, error);
  }
}

/** As mkdir -p, which in Node never comes back from a folder such as /proc where none can be made. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** The lock is the kernel's, on a file beside the database: it is gone with the process, however that ends. */
function lockFolder(folder: string): DatabaseSync {
  try {
    makeFolder(resolve(folder));
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
  const trouble = troubleOf(cause);
  if (trouble === 'damaged' || trouble === 'full') {
    return new DataFolderError(`database_${trouble}`, `${cures[trouble]} It is in ${folder}.`, cause);
  }
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new DataFolderError(
    'folder_unusable',
    `The folder ${folder} can not hold the database (${reason}): set DATA_DIR to a folder this user may write.`,
    cause,
  );
}

const cures = {
  damaged:
    'The database is damaged: put a backup in the place of gatherline.sqlite, or move that file away to begin anew.',
  full: 'The disk of the database is full: free some space on it, and start again.',
} as const;

function openDatabase(path: string, busyTimeoutMs: number): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  return database;
}

/** A schema of a later version may keep things in ways that this one would spoil. */
function refuseNewer(database: DatabaseSync, folder: string): void {
  const isBegun = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'kysely_migration'").get();
  if (isBegun === undefined) return;
  const rows = database.prepare('SELECT name FROM kysely_migration').all();
  if (rows.every(({ name }) => Object.hasOwn(migrations, String(name)))) return;
  throw new DataFolderError(
    'database_newer',
    `The database in ${folder} was written by a newer version of Gatherline: start that version, or put a backup from before it in the place of gatherline.sqlite.`,
  );
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
  const db = createKysely(database);
  const prepare = createPreparer(database);
  const { commit, checkWritable } = createWritableCheck({ db, prepare, commit: createGroupCommit(database) });
  const parts = { db, prepare, commit };
  return {
    calls: createSqliteCallStore(parts, documents),
    flows: createSqliteFlowStore(parts),
    resources: createSqliteResourceStore(parts),
    checkWritable,
    async close() {
      if (!database.isOpen) return;
      await commit(() => undefined);
      database.close();
      lock.close();
    },
  };
}
