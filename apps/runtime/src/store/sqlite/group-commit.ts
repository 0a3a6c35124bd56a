import type { DatabaseSync } from 'node:sqlite';
import { StoreUnavailableError } from '../ports/store.ts';
import { primaryCodeOf, troubleOf } from './trouble.ts';

/** Runs `write` inside a transaction; resolves with its result once that is on the disk. */
export type Commit = <Result>(write: () => Result) => Promise<Result>;

interface Job {
  run(): void;
  reached(): void;
  failed(error: unknown): void;
}

/**
 * All writes that wait in one turn of the loop share one transaction, and so one sync of the disk. Each has a savepoint:
 * one that throws is rolled back alone, and only its own promise rejects.
 */
export function createGroupCommit(database: DatabaseSync): Commit {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const rollback = database.prepare('ROLLBACK');
  const savepoint = database.prepare('SAVEPOINT job');
  const release = database.prepare('RELEASE job');
  const undo = database.prepare('ROLLBACK TO job');
  let waiting: Job[] = [];

  function runAlone(job: Job): boolean {
    savepoint.run();
    try {
      job.run();
    } catch (error) {
      // A full disk may have ended the whole transaction; then nobody's write has happened.
      if (!database.isTransaction) throw error;
      undo.run();
      release.run();
      job.failed(isUnavailable(error) ? unavailable(error) : error);
      return false;
    }
    release.run();
    return true;
  }

  function flush(): void {
    const jobs = waiting;
    waiting = [];
    try {
      begin.run();
      const written = jobs.filter(runAlone);
      commit.run();
      for (const job of written) job.reached();
    } catch (error) {
      if (database.isOpen && database.isTransaction) rollback.run();
      for (const job of jobs) job.failed(unavailable(error));
    }
  }

  return (write) =>
    new Promise((resolve, reject) => {
      let settle = () => {};
      const run = () => {
        const result = write();
        settle = () => resolve(result);
      };
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ run, reached: () => settle(), failed: reject });
    });
}

/** Too big, a constraint, a mismatch: what the database has against this very write, and would have again. */
const refusals: readonly number[] = [18, 19, 20];

function isUnavailable(error: unknown): boolean {
  const code = primaryCodeOf(error);
  return code !== null && !refusals.includes(code);
}

function unavailable(error: unknown): StoreUnavailableError {
  return new StoreUnavailableError(troubleOf(error) ?? 'unwritable', error);
}
