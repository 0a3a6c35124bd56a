import { join } from 'node:path';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';

/** Asks the database in a data folder, whoever else uses it. */
export function ask(
  dataDir: string,
  question: string,
  ...values: readonly string[]
): readonly Record<string, SQLOutputValue>[] {
  const database = new DatabaseSync(join(dataDir, 'gatherline.sqlite'), { readOnly: true });
  try {
    return database.prepare(question).all(...values);
  } finally {
    database.close();
  }
}
