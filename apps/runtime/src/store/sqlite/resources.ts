import { resourceTypes } from '@gatherline/flow';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { ResourceStore, StoredResource } from '../ports/resource-store.ts';
import type { Prepare, Value } from './node-sqlite.ts';
import type { Parts } from './parts.ts';
import type { Tables } from '../sql/schema.ts';

export function createSqliteResourceStore({ db, prepare, commit }: Parts): ResourceStore {
  const statements = createStatements(db, prepare);
  return {
    list: async () => statements.list.all({}).map(toResource),
    async read(name) {
      const row = statements.one.first({ name });
      return row === undefined ? null : toResource(row);
    },
    async save({ name, type, value }, atMs) {
      await commit(() => statements.save.run({ name, type, value, at: atMs }));
    },
    remove: (name) => commit(() => statements.remove.run({ name }) > 0),
  };
}

function createStatements(db: Kysely<Tables>, prepare: Prepare) {
  const select = () => db.selectFrom('resources').select(['name', 'type', 'value', 'updated_ms']);
  return {
    list: prepare(() => select().orderBy('name')),
    one: prepare((value: Value<{ name: string }>) => select().where('name', '=', value('name'))),
    save: prepare((value: Value<{ name: string; type: string; value: string; at: number }>) => {
      const changed = { type: value('type'), value: value('value'), updated_ms: value('at') };
      return db
        .insertInto('resources')
        .values({ name: value('name'), ...changed })
        .onConflict((conflict) => conflict.column('name').doUpdateSet(changed));
    }),
    remove: prepare((value: Value<{ name: string }>) =>
      db.deleteFrom('resources').where('name', '=', value('name')),
    ),
  };
}

const typeSchema = z.enum(resourceTypes);

function toResource(row: { name: string; type: string; value: string; updated_ms: number }): StoredResource {
  const { name, value, updated_ms: updatedMs } = row;
  return { name, type: typeSchema.parse(row.type), value, updatedAt: new Date(updatedMs).toISOString() };
}
