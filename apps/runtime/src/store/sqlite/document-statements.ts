import type { Kysely } from 'kysely';
import type { Prepare, Value } from './node-sqlite.ts';
import type { Tables } from '../sql/schema.ts';

export function createDocumentStatements(db: Kysely<Tables>, prepare: Prepare) {
  return {
    insertDocument: prepare((value: Value<{ hash: string; text: string }>) =>
      db
        .insertInto('documents')
        .values({ hash: value('hash'), text: value('text') })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    document: prepare((value: Value<{ hash: string }>) =>
      db.selectFrom('documents').select('text').where('hash', '=', value('hash')),
    ),
  };
}
