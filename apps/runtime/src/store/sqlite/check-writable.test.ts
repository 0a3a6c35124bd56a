import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ask } from '../../testing/database.ts';
import { openService } from '../../testing/service.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { greetingFlow } from '../../testing/flows.ts';
import { arrival } from '../../testing/webhooks.ts';
import { createWritableCheck } from './check-writable.ts';
import { createGroupCommit } from './group-commit.ts';
import { createKysely, createPreparer } from './node-sqlite.ts';
import { openSqliteStore } from './open.ts';

async function begun(): Promise<string> {
  const folder = temporaryFolder();
  await (await openSqliteStore(folder)).close();
  return folder;
}

describe('the check whether calls can be stored', () => {
  it('leaves nothing behind', async () => {
    const folder = temporaryFolder();
    const store = await openSqliteStore(folder);
    onTestFinished(() => store.close());
    await store.checkWritable();
    await store.checkWritable();
    for (const table of ['calls', 'legs', 'events', 'trace', 'outbox', 'documents'])
      expect([table, ask(folder, `SELECT * FROM ${table}`)]).toEqual([table, []]);
  });

  it('fails while there is no space for a call, and passes as soon as there is', async () => {
    const database = new DatabaseSync(join(await begun(), 'gatherline.sqlite'));
    onTestFinished(() => database.close());
    const { checkWritable } = createWritableCheck({
      db: createKysely(database),
      prepare: createPreparer(database),
      commit: createGroupCommit(database),
    });
    database.exec('PRAGMA max_page_count = 1');
    await expect(checkWritable()).rejects.toMatchObject({
      trouble: 'full',
      message: expect.stringContaining('free some space'),
    });
    database.exec('PRAGMA max_page_count = 1000000');
    await expect(checkWritable()).resolves.toBeUndefined();
  });

  it('fails for good once a page of the calls is damaged, and the service says so', async () => {
    const dataDir = await begun();
    overwriteRootOf(dataDir, 'trace');
    const service = await openService({ dataDir, flow: greetingFlow() });
    const notReady = {
      status: 503,
      body: { status: 'not_ready', store: false, reason: expect.stringContaining('put a backup') },
    };
    expect(await service.api('GET', '/readyz')).toMatchObject(notReady);
    expect((await service.deliver(arrival())).status).toBe(503);
    expect(await service.api('GET', '/readyz')).toMatchObject(notReady);
  });
});

function overwriteRootOf(dataDir: string, table: string): void {
  const [page] = ask(dataDir, 'SELECT rootpage FROM sqlite_schema WHERE name = ?', table);
  const file = openSync(join(dataDir, 'gatherline.sqlite'), 'r+');
  try {
    writeSync(file, Buffer.alloc(4096, 0xff), 0, 4096, (Number(page?.rootpage) - 1) * 4096);
  } finally {
    closeSync(file);
  }
}
