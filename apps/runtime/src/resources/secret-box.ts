import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Seals secrets for the store: AES-256-GCM, a nonce of its own each time, bound to the name. */
export interface SecretBox {
  seal(name: string, value: string): string;
  /** Null when it was sealed with another key, for another name, or was changed since. */
  open(name: string, sealed: string): string | null;
}

export const keyBytes = 32;

const version = 'v1';
const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

export function createSecretBox(key: Uint8Array): SecretBox {
  return {
    seal(name, value) {
      const nonce = randomBytes(nonceBytes);
      const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes }).setAAD(toContext(name));
      const content = Buffer.concat([sealing.update(value, 'utf8'), sealing.final()]);
      return `${version}.${Buffer.concat([nonce, sealing.getAuthTag(), content]).toString('base64')}`;
    },
    open(name, sealed) {
      const [found, content = ''] = sealed.split('.');
      const bytes = Buffer.from(content, 'base64');
      if (found !== version || bytes.length < nonceBytes + tagBytes) return null;
      const opening = createDecipheriv(cipher, key, bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      })
        .setAAD(toContext(name))
        .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      try {
        const value = [opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()];
        return Buffer.concat(value).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}

/** What was sealed under one name can not be put under another. */
function toContext(name: string): Buffer {
  return Buffer.from(`gatherline secret ${version} ${name}`);
}
