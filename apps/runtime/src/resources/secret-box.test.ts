import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSecretBox, keyBytes } from './secret-box.ts';

const box = createSecretBox(randomBytes(keyBytes));

describe('a sealed secret', () => {
  it.each(['hush', '', 'größer als alles 🔑', 'x'.repeat(8192)])('opens again: %.12s', (value) => {
    expect(box.open('crm', box.seal('crm', value))).toBe(value);
  });

  it('looks different each time, and nothing of it shows', () => {
    const [one, two] = [box.seal('crm', 'hush hush'), box.seal('crm', 'hush hush')];
    expect(one).not.toBe(two);
    expect(Buffer.from(one.slice(3), 'base64').toString('latin1')).not.toContain('hush');
  });

  it('does not open under another name', () => {
    expect(box.open('sms', box.seal('crm', 'hush'))).toBeNull();
  });

  it('does not open with another key', () => {
    expect(createSecretBox(randomBytes(keyBytes)).open('crm', box.seal('crm', 'hush'))).toBeNull();
  });

  it('does not open when a bit of it was changed, wherever', () => {
    const [version, content = ''] = box.seal('crm', 'hush').split('.');
    const bytes = Buffer.from(content, 'base64');
    for (const place of bytes.keys()) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      expect(box.open('crm', `${version}.${changed.toString('base64')}`)).toBeNull();
    }
  });

  it.each(['', 'hush', 'v1.', 'v1.AAAA', 'v2.AAAA'])('is nothing that was never sealed: %j', (text) => {
    expect(box.open('crm', text)).toBeNull();
  });
});
