import { type Kysely, sql } from 'kysely';
import { createDialStatements } from './dial-statements.ts';
import { createDocumentStatements } from './document-statements.ts';
import type { Prepare, Value } from './node-sqlite.ts';
import type { Tables } from '../sql/schema.ts';

export type CallStatements = ReturnType<typeof createCallStatements>;

export function createCallStatements(db: Kysely<Tables>, prepare: Prepare) {
  return {
    ...createDocumentStatements(db, prepare),
    ...createDialStatements(db, prepare),
    ...readStatements(db, prepare),
    ...writeStatements(db, prepare),
    ...deadlineStatements(db, prepare),
    ...countStatements(db, prepare),
  };
}

const callColumns = [
  'id',
  'carrier',
  'session',
  'test',
  'flow',
  'version',
  'document',
  'state',
  'started_at',
  'call',
  'entries',
  'commands',
] as const;

function readStatements(db: Kysely<Tables>, prepare: Prepare) {
  return {
    byId: prepare((value: Value<{ id: string }>) =>
      db.selectFrom('calls').select(callColumns).where('id', '=', value('id')),
    ),
    legOwner: prepare((value: Value<{ carrier: string; id: string }>) =>
      db
        .selectFrom('legs')
        .select('call')
        .where('carrier', '=', value('carrier'))
        .where('id', '=', value('id')),
    ),
    bySession: prepare((value: Value<{ carrier: string; session: string }>) =>
      db
        .selectFrom('calls')
        .select('id')
        .where('carrier', '=', value('carrier'))
        .where('session', '=', value('session'))
        .orderBy('place', 'desc')
        .limit(1),
    ),
    trace: prepare((value: Value<{ call: string; after: number; limit: number }>) =>
      db
        .selectFrom('trace')
        .select(['seq', 'entry'])
        .where('call', '=', value('call'))
        .where('seq', '>', value('after'))
        .orderBy('seq')
        .limit(value('limit')),
    ),
    pending: prepare(() =>
      db
        .selectFrom('outbox')
        .innerJoin('calls', 'calls.id', 'outbox.call')
        .select([
          'outbox.call',
          'outbox.seq',
          'outbox.command',
          'outbox.created_ms',
          'calls.carrier',
          'calls.test',
        ])
        .orderBy('outbox.call')
        .orderBy('outbox.seq'),
    ),
    unended: prepare((value: Value<{ carrier: string }>) =>
      db
        .selectFrom('calls')
        .select('id')
        .where('carrier', '=', value('carrier'))
        .where('state', '!=', 'ended'),
    ),
  };
}

type NewCallRow = {
  id: string;
  carrier: string;
  session: string;
  flow: string;
  version: number | null;
  revision: number | null;
  document: string;
  test: number;
  started_at: string;
};

type CallMove = {
  id: string;
  call: string;
  state: string;
  node: string | null;
  ended_at: string | null;
  entries: number;
  commands: number;
  deadline: number | null;
};

function writeStatements(db: Kysely<Tables>, prepare: Prepare) {
  return {
    insertEvent: prepare((value: Value<{ carrier: string; id: string; at: number }>) =>
      db
        .insertInto('events')
        .values({ carrier: value('carrier'), id: value('id'), seen_ms: value('at') })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    insertCall: prepare((value: Value<NewCallRow>) => insertCall(db, value)),
    moveCall: prepare((value: Value<CallMove>) => moveCall(db, value)),
    insertLeg: prepare((value: Value<{ carrier: string; id: string; call: string }>) =>
      db
        .insertInto('legs')
        .values({ carrier: value('carrier'), id: value('id'), call: value('call') })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    insertEntry: prepare((value: Value<{ call: string; seq: number; entry: string }>) =>
      db.insertInto('trace').values({ call: value('call'), seq: value('seq'), entry: value('entry') }),
    ),
    insertCommand: prepare(
      (value: Value<{ call: string; seq: number; visit: number; command: string; at: number }>) =>
        db.insertInto('outbox').values({
          call: value('call'),
          seq: value('seq'),
          visit: value('visit'),
          command: value('command'),
          created_ms: value('at'),
        }),
    ),
    acknowledge: prepare((value: Value<{ call: string; seq: number }>) =>
      db.deleteFrom('outbox').where('call', '=', value('call')).where('seq', '=', value('seq')),
    ),
    cancel: prepare((value: Value<{ call: string; visit: number; node: string; depth: number }>) =>
      db
        .deleteFrom('outbox')
        .where('call', '=', value('call'))
        .where('visit', '=', value('visit'))
        .where(sql<string>`command ->> '$.node'`, '=', value('node'))
        .where(sql<number>`coalesce(command ->> '$.depth', 0)`, '=', value('depth'))
        .returning('seq'),
    ),
  };
}

/** A call begins empty; the same transaction moves it. */
function insertCall(db: Kysely<Tables>, value: Value<NewCallRow>) {
  return db.insertInto('calls').values({
    id: value('id'),
    carrier: value('carrier'),
    session: value('session'),
    flow: value('flow'),
    version: value('version'),
    revision: value('revision'),
    document: value('document'),
    test: value('test'),
    state: 'ringing',
    node: null,
    call: '{}',
    started_at: value('started_at'),
    ended_at: null,
    entries: 0,
    commands: 0,
    deadline_ms: null,
    attempts: 0,
  });
}

function moveCall(db: Kysely<Tables>, value: Value<CallMove>) {
  return db
    .updateTable('calls')
    .set((set) => ({
      call: value('call'),
      state: value('state'),
      node: value('node'),
      ended_at: set.fn.coalesce('ended_at', value('ended_at')),
      entries: value('entries'),
      commands: value('commands'),
      deadline_ms: value('deadline'),
      attempts: 0,
    }))
    .where('id', '=', value('id'));
}

function deadlineStatements(db: Kysely<Tables>, prepare: Prepare) {
  return {
    due: prepare((value: Value<{ now: number }>) =>
      db
        .selectFrom('calls')
        .select(['id', 'carrier', 'attempts'])
        .where('deadline_ms', '<=', value('now'))
        .orderBy('deadline_ms')
        .limit(100),
    ),
    postpone: prepare((value: Value<{ id: string; until: number }>) =>
      db
        .updateTable('calls')
        .set((set) => ({ deadline_ms: value('until'), attempts: set('attempts', '+', 1) }))
        .where('id', '=', value('id')),
    ),
    nextDeadline: prepare(() =>
      db.selectFrom('calls').select((select) => select.fn.min('deadline_ms').as('at')),
    ),
  };
}

function countStatements(db: Kysely<Tables>, prepare: Prepare) {
  return {
    states: prepare(() =>
      db
        .selectFrom('calls')
        .select(['state', (select) => select.fn.countAll<number>().as('number')])
        .where('test', '=', 0)
        .groupBy('state'),
    ),
    depth: prepare(() =>
      db
        .selectFrom('outbox')
        .innerJoin('calls', 'calls.id', 'outbox.call')
        .where('calls.test', '=', 0)
        .select((select) => select.fn.countAll<number>().as('number')),
    ),
    purgeEvents: prepare((value: Value<{ before: number }>) =>
      db.deleteFrom('events').where('seen_ms', '<', value('before')),
    ),
  };
}
