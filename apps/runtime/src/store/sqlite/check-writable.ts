import { randomUUID } from 'node:crypto';
import { StoreUnavailableError } from '../ports/store.ts';
import { type CallStatements, createCallStatements } from './call-statements.ts';
import type { Commit } from './group-commit.ts';
import type { Value } from './node-sqlite.ts';
import type { Parts } from './parts.ts';

export interface WritableCheck {
  /** The same commit; what it meets on its way is remembered. */
  readonly commit: Commit;
  readonly checkWritable: () => Promise<void>;
}

/**
 * Writes what a call writes, into the same tables, and takes it away again. A row that is written over proves nothing: it
 * needs no new page of a full disk, and touches none of a damaged table.
 */
export function createWritableCheck(parts: Parts): WritableCheck {
  const statements = createCallStatements(parts.db, parts.prepare);
  const removals = removalStatements(parts);
  let damage: StoreUnavailableError | null = null;

  const commit: Commit = (write) =>
    parts.commit(write).catch((error: unknown) => {
      // Pages that can't be read stay so, whatever the next write touches.
      if (error instanceof StoreUnavailableError && error.trouble === 'damaged') damage = error;
      throw error;
    });

  return {
    commit,
    async checkWritable() {
      if (damage !== null) throw damage;
      const id = `readiness ${randomUUID()}`;
      await commit(() => {
        writeProbe(statements, id);
        for (const removal of removals) removal.run({ id });
      });
    },
  };
}

/** More than the pages that stand half empty can take. */
const filler = 'x'.repeat(16 * 1024);

function writeProbe(statements: CallStatements, id: string): void {
  const at = Date.now();
  statements.insertEvent.run({ carrier: 'emulator', id, at });
  statements.insertDocument.run({ hash: id, text: filler });
  statements.insertCall.run({
    id,
    carrier: 'emulator',
    session: id,
    flow: id,
    version: null,
    revision: null,
    document: id,
    test: 1,
    started_at: new Date(at).toISOString(),
  });
  statements.insertLeg.run({ carrier: 'emulator', id, call: id });
  statements.insertEntry.run({ call: id, seq: 1, entry: filler });
  statements.insertCommand.run({ call: id, seq: 1, visit: 1, command: filler, at });
}

function removalStatements({ db, prepare }: Parts) {
  type Id = { id: string };
  return [
    prepare((value: Value<Id>) => db.deleteFrom('outbox').where('call', '=', value('id'))),
    prepare((value: Value<Id>) => db.deleteFrom('trace').where('call', '=', value('id'))),
    prepare((value: Value<Id>) =>
      db.deleteFrom('legs').where('carrier', '=', 'emulator').where('id', '=', value('id')),
    ),
    prepare((value: Value<Id>) => db.deleteFrom('calls').where('id', '=', value('id'))),
    prepare((value: Value<Id>) => db.deleteFrom('documents').where('hash', '=', value('id'))),
    prepare((value: Value<Id>) =>
      db.deleteFrom('events').where('carrier', '=', 'emulator').where('id', '=', value('id')),
    ),
  ];
}
