import type { Kysely } from 'kysely';
import type { Prepare, Value } from './node-sqlite.ts';
import type { Tables } from '../sql/schema.ts';

type NewDialRow = {
  id: string;
  carrier: string;
  dial: string;
  flow: string;
  version: number | null;
  revision: number | null;
  document: string;
  at: number;
};

/** `state` of a dial is open until the carrier has answered, then begun or closed. */
export function createDialStatements(db: Kysely<Tables>, prepare: Prepare) {
  const dials = () =>
    db
      .selectFrom('dials')
      .innerJoin('documents', 'documents.hash', 'dials.document')
      .select([
        'id',
        'carrier',
        'dial',
        'flow',
        'version',
        'revision',
        'document',
        'text',
        'call',
        'created_ms',
      ]);

  return {
    insertDial: prepare((value: Value<NewDialRow>) => insertDial(db, value)),
    dial: prepare((value: Value<{ carrier: string; id: string }>) =>
      dials().where('carrier', '=', value('carrier')).where('id', '=', value('id')),
    ),
    openDials: prepare(() => dials().where('state', '=', 'open').orderBy('created_ms')),
    beginDial: prepare((value: Value<{ id: string; call: string }>) =>
      db
        .updateTable('dials')
        .set({ state: 'begun', call: value('call') })
        .where('id', '=', value('id')),
    ),
    closeDial: prepare((value: Value<{ id: string }>) =>
      db
        .updateTable('dials')
        .set({ state: 'closed' })
        .where('id', '=', value('id'))
        .where('state', '=', 'open'),
    ),
    purgeDials: prepare((value: Value<{ before: number }>) =>
      db.deleteFrom('dials').where('created_ms', '<', value('before')).where('state', '!=', 'open'),
    ),
  };
}

function insertDial(db: Kysely<Tables>, value: Value<NewDialRow>) {
  return db.insertInto('dials').values({
    id: value('id'),
    carrier: value('carrier'),
    dial: value('dial'),
    flow: value('flow'),
    version: value('version'),
    revision: value('revision'),
    document: value('document'),
    state: 'open',
    call: null,
    created_ms: value('at'),
  });
}
