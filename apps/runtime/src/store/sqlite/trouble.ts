import type { StoreTrouble } from '../ports/store.ts';

const troubles: ReadonlyMap<number, StoreTrouble> = new Map([
  [5, 'busy'],
  [6, 'busy'],
  [11, 'damaged'],
  [13, 'full'],
  [26, 'damaged'],
]);

/** What the database says is in its way; null when it is not the database that speaks. */
export function troubleOf(error: unknown): StoreTrouble | null {
  const code = primaryCodeOf(error);
  return code === null ? null : (troubles.get(code) ?? 'unwritable');
}

/** SQLite's result code without what is added to it. */
export function primaryCodeOf(error: unknown): number | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_SQLITE_ERROR') return null;
  return 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
}
