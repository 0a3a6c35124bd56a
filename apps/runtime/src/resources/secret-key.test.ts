import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { findSecretKey, parseSecretKey, SecretKeyError } from './secret-key.ts';

const key = Buffer.alloc(32, 7);

describe('the key of the secrets', () => {
  it('is the one that is set, and then none is made', () => {
    const folder = temporaryFolder();
    expect(findSecretKey(key, folder)).toEqual({ bytes: key, origin: 'SECRET_KEY' });
    expect(() => statSync(join(folder, 'secret.key'))).toThrow('ENOENT');
  });

  it('is made once otherwise, and only this user may read it', () => {
    const folder = temporaryFolder();
    const first = findSecretKey(null, folder);
    expect(first.bytes).toHaveLength(32);
    expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600);
    expect(findSecretKey(null, folder)).toEqual(first);
    expect(parseSecretKey(readFileSync(join(folder, 'secret.key'), 'utf8').trim())).toEqual(first.bytes);
    expect(findSecretKey(null, temporaryFolder()).bytes).not.toEqual(first.bytes);
  });

  it.each([
    '',
    'hush',
    key.subarray(1).toString('base64'),
    `${key.toString('base64')}=`,
    key.toString('hex'),
  ])('is not %j', (text) => {
    expect(parseSecretKey(text)).toBeNull();
  });

  it('in the folder that is none stops the start with one line that does not show it', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'secret.key'), 'hush\n');
    const find = () => findSecretKey(null, folder);
    expect(find).toThrow(SecretKeyError);
    expect(find).toThrow(/^DATA_DIR: \S+secret\.key does not hold a key [^\n]*\.$/);
    expect(find).not.toThrow('hush');
  });

  it('that can not be read stops the start with one line', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'secret.key'));
    expect(() => findSecretKey(null, folder)).toThrow(
      /^DATA_DIR: \S+secret\.key can not be read or made \(EISDIR\)/,
    );
  });
});
