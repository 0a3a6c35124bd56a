import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Changes what a service that was stopped has stored, as a bad disk, a bug or an older version may have left it. */
export function damage(dataDir: string, statement: string, ...values: readonly string[]): void {
  const database = new DatabaseSync(join(dataDir, 'gatherline.sqlite'));
  try {
    database.exec('PRAGMA foreign_keys = OFF');
    database.prepare(statement).run(...values);
  } finally {
    database.close();
  }
}
