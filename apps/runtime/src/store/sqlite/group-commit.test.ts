import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { StoreUnavailableError } from '../ports/store.ts';
import { createGroupCommit } from './group-commit.ts';

function openDatabase() {
  const path = join(temporaryFolder(), 'test.sqlite');
  const database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; CREATE TABLE words (word TEXT PRIMARY KEY)');
  const reader = new DatabaseSync(path);
  onTestFinished(() => {
    database.close();
    reader.close();
  });
  const insert = database.prepare('INSERT INTO words VALUES (?)');
  const select = reader.prepare('SELECT word FROM words ORDER BY rowid');
  return {
    commit: createGroupCommit(database),
    insert: (word: string) => insert.run(word),
    /** What somebody else sees: only what was committed. */
    words: () => select.all().map(({ word }) => word),
    database,
  };
}

describe('group commit', () => {
  it('writes everything that waited in one turn in one transaction, in order', async () => {
    const { commit, insert, words, database } = openDatabase();
    const begun: boolean[] = [];
    const results = await Promise.all(
      ['a', 'b', 'c'].map((word) =>
        commit(() => {
          begun.push(database.isTransaction && words().length === 0);
          insert(word);
          return word.toUpperCase();
        }),
      ),
    );
    expect(results).toEqual(['A', 'B', 'C']);
    expect(begun).toEqual([true, true, true]);
    expect(words()).toEqual(['a', 'b', 'c']);
  });

  it('resolves only after the commit', async () => {
    const { commit, insert, words } = openDatabase();
    await commit(() => insert('a'));
    expect(words()).toEqual(['a']);
  });

  it('rolls a failing write back alone, and its neighbours stay', async () => {
    const { commit, insert, words } = openDatabase();
    const writes = await Promise.allSettled([
      commit(() => insert('a')),
      commit(() => {
        insert('b');
        throw new Error('a bug');
      }),
      commit(() => {
        insert('c');
        insert('a');
      }),
      commit(() => insert('d')),
    ]);
    expect(writes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    expect(writes[1]).toMatchObject({ reason: { message: 'a bug' } });
    expect(words()).toEqual(['a', 'd']);
  });

  it('tells a write that the database refuses from a database that can not write', async () => {
    const { commit, insert } = openDatabase();
    await commit(() => insert('a'));
    await expect(commit(() => insert('a'))).rejects.not.toBeInstanceOf(StoreUnavailableError);
    const lost = commit(() => {
      throw Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 10 });
    });
    await expect(lost).rejects.toBeInstanceOf(StoreUnavailableError);
  });

  it('takes what a write asks for while it runs into the next transaction', async () => {
    const { commit, insert, words } = openDatabase();
    const inner = await commit(() => {
      insert('a');
      return { later: commit(() => insert('b')) };
    });
    expect(words()).toEqual(['a']);
    await inner.later;
    expect(words()).toEqual(['a', 'b']);
  });

  it('rejects everything when the database has ended the transaction by itself', async () => {
    const { commit, insert, words, database } = openDatabase();
    const writes = await Promise.allSettled([
      commit(() => insert('a')),
      commit(() => {
        database.exec('ROLLBACK');
        throw new Error('disk full');
      }),
      commit(() => insert('c')),
    ]);
    expect(writes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await commit(() => insert('d'));
    expect(words()).toEqual(['d']);
  });
});
