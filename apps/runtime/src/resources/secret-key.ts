import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { keyBytes } from './secret-box.ts';

/** The key of the secrets can't be used; the message is one line for the operator. */
export class SecretKeyError extends Error {
  readonly code = 'secret_key';

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'SecretKeyError';
  }
}

/** A key, and what the operator knows it by. */
export interface SecretKey {
  readonly bytes: Uint8Array;
  readonly origin: string;
}

const fileName = 'secret.key';

/** A key in base64; null for anything else. */
export function parseSecretKey(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  return /^[A-Za-z0-9+/]{43}=$/.test(text) && bytes.length === keyBytes ? bytes : null;
}

/** The key that the operator set, else the one in the data folder, which is made once. Throws SecretKeyError. */
export function findSecretKey(set: Uint8Array | null, dataDir: string): SecretKey {
  if (set !== null) return { bytes: set, origin: 'SECRET_KEY' };
  const path = join(dataDir, fileName);
  try {
    return { bytes: readKeyFile(path) ?? makeKeyFile(path), origin: path };
  } catch (cause) {
    if (cause instanceof SecretKeyError) throw cause;
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no reason given';
    throw new SecretKeyError(
      `DATA_DIR: ${path} can not be read or made (${reason}): let this user read and write it.`,
      cause,
    );
  }
}

function readKeyFile(path: string): Uint8Array | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const key = parseSecretKey(text);
  if (key !== null) return key;
  throw new SecretKeyError(
    `DATA_DIR: ${path} does not hold a key (${keyBytes} bytes in base64): put back the one the secrets were stored with.`,
  );
}

function makeKeyFile(path: string): Uint8Array {
  const key = randomBytes(keyBytes);
  const file = openSync(path, 'wx', 0o600);
  writeSync(file, `${key.toString('base64')}\n`);
  // On the disk before anything is sealed with it.
  fsyncSync(file);
  closeSync(file);
  return key;
}
