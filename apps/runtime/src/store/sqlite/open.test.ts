import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { existsSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { describeStore } from '../contract/store-contract.ts';
import { begins, event, newCall } from '../contract/fixtures.ts';
import { type Store, StoreUnavailableError } from '../ports/store.ts';
import { openSqliteStore } from './open.ts';

const folders = new Map<Store, string>();

async function open(folder = temporaryFolder()): Promise<Store> {
  const store = await openSqliteStore(folder, { busyTimeoutMs: 10 });
  folders.set(store, folder);
  onTestFinished(() => store.close());
  return store;
}

describeStore('SQLite', open, async (store) => {
  await store.close();
  return open(folders.get(store));
});

describe('the folder of the SQLite store', () => {
  it('is refused to a second service, and free again, with all that is in it, once the first has ended', async () => {
    const folder = temporaryFolder();
    const first = await open(folder);
    await first.flows.create({ id: 'clinic', name: 'Clinic', text: '{}' }, 0);
    await expect(openSqliteStore(folder)).rejects.toMatchObject({
      code: 'folder_in_use',
      message: expect.stringContaining('DATA_DIR'),
    });
    await first.close();
    const second = await open(folder);
    expect(await second.flows.list()).toMatchObject([{ id: 'clinic', name: 'Clinic' }]);
  });

  it('that an earlier version began gets the tables it lacks', async () => {
    const folder = temporaryFolder();
    const earlier = await open(folder);
    await earlier.flows.create({ id: 'a', name: 'A', text: 'text' }, 0);
    await earlier.close();
    const database = new DatabaseSync(join(folder, 'gatherline.sqlite'));
    database.exec('DROP TABLE resources; DROP TABLE removed_flows');
    database.exec('ALTER TABLE calls RENAME COLUMN attempts TO claims');
    database.exec("DELETE FROM kysely_migration WHERE name >= '0002'");
    database.close();

    const { flows, resources } = await open(folder);
    await resources.save({ name: 'desk', type: 'text', value: 'a' }, 0);
    expect(await flows.readDraft('a')).toMatchObject({ text: 'text' });
    expect(await flows.remove('a', 1)).toBe('removed');
    expect(await flows.create({ id: 'a', name: 'A', text: 'new' }, 0)).toBe(2);
  });

  it('that can not hold a database is refused with the reason', async () => {
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');
    await expect(openSqliteStore(file)).rejects.toMatchObject({ code: 'folder_unusable' });
  });
});

describe('a database that can not be opened', () => {
  const path = (folder: string) => join(folder, 'gatherline.sqlite');

  it('is refused by a version older than the one that wrote it', async () => {
    const folder = temporaryFolder();
    await (await open(folder)).close();
    const database = new DatabaseSync(path(folder));
    database.exec("INSERT INTO kysely_migration VALUES ('9999_later', '2099-01-01')");
    database.close();
    await expect(openSqliteStore(folder)).rejects.toMatchObject({
      code: 'database_newer',
      message: expect.stringMatching(/newer version of Gatherline: start that version/),
    });
  });

  it('is called damaged, with what to do, when it is no database or only part of one', async () => {
    const folder = temporaryFolder();
    writeFileSync(path(folder), 'no database at all '.repeat(1000));
    const damaged = { code: 'database_damaged', message: expect.stringContaining('put a backup') };
    await expect(openSqliteStore(folder)).rejects.toMatchObject(damaged);

    const torn = temporaryFolder();
    await (await open(torn)).close();
    truncateSync(path(torn), 4096);
    await expect(openSqliteStore(torn)).rejects.toMatchObject(damaged);
  });

  it.skipIf(!existsSync('/proc/self'))('is refused at once where no folder can be made', async () => {
    await expect(openSqliteStore('/proc/nothing/below')).rejects.toMatchObject({ code: 'folder_unusable' });
  });
});

describe('a store that can not write', () => {
  it('rejects every write that waited, keeps nothing of them, and goes on when it can', async () => {
    const folder = temporaryFolder();
    const { calls, checkWritable } = await open(folder);
    const other = new DatabaseSync(join(folder, 'gatherline.sqlite'));
    onTestFinished(() => other.close());
    other.exec('BEGIN IMMEDIATE');

    const writes = await Promise.allSettled([
      calls.process(event('e1', 'c1'), begins(newCall('c1'))),
      calls.process(event('e2', 'c2'), begins(newCall('c2'))),
      checkWritable(),
    ]);
    for (const write of writes) {
      expect(write).toMatchObject({ status: 'rejected', reason: expect.any(StoreUnavailableError) });
    }
    other.exec('ROLLBACK');
    expect((await calls.process(event('e1', 'c1'), begins(newCall('c1')))).kind).toBe('changed');
    expect(await calls.read('c2')).toBeNull();
  });
});
