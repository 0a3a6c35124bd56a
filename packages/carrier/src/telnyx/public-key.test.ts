import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { createSigner } from '../testing/signer.ts';
import { CarrierConfigurationError } from './configuration-error.ts';
import { parsePublicKey } from './public-key.ts';

const good = createSigner().publicKey;

describe('parsePublicKey', () => {
  it('reads the base64 of 32 bytes', () => {
    expect(parsePublicKey(good).asymmetricKeyType).toBe('ed25519');
  });

  it.each([
    ['nothing', ''],
    ['a missing pad', good.slice(0, -1)],
    ['a line break at the end', `${good}\n`],
    ['a leading space', ` ${good}`],
    ['quotes', `"${good}"`],
    ['the URL alphabet', `-_${good.slice(2)}`],
    ['31 bytes', Buffer.alloc(31, 7).toString('base64')],
    ['33 bytes', Buffer.alloc(33, 7).toString('base64')],
    ['hexadecimal', Buffer.alloc(32, 7).toString('hex')],
    ['PEM', parsePublicKey(good).export({ format: 'pem', type: 'spki' }).toString()],
  ])('refuses %s with a stable code and the cure', (_name, key) => {
    const act = () => parsePublicKey(key);
    expect(act).toThrow(CarrierConfigurationError);
    expect(act).toThrow(expect.objectContaining({ code: 'malformed_public_key' }));
    expect(act).toThrow(/base64 of 32 bytes.*copy it again/);
  });

  it('does not repeat what was put in by mistake', () => {
    expect(() => parsePublicKey('KEY0123456789_secret')).toThrow(/^(?!.*secret).*$/);
  });

  it('refuses 32 zero bytes, a placeholder for which a verifier may take a signature that nobody made', () => {
    const zeros = Buffer.alloc(32);
    const forgery = Buffer.alloc(64);
    forgery.writeUInt8(1, 0);
    const bodies = Array.from({ length: 40 }, (_, index) => Buffer.from(`1700000000|{"forged":${index}}`));

    expect(bodies.some((body) => nacl.sign.detached.verify(body, forgery, zeros))).toBe(true);
    expect(() => parsePublicKey(zeros.toString('base64'))).toThrow(/placeholder/);
  });

  it('refuses the other points of small order under either sign', () => {
    const identity = Buffer.alloc(32);
    identity.writeUInt8(1, 0);
    const orderTwo = Buffer.from(`ec${'ff'.repeat(30)}7f`, 'hex');
    const signed = Buffer.from(orderTwo);
    signed.writeUInt8(0xff, 31);
    for (const key of [identity, orderTwo, signed]) {
      expect(() => parsePublicKey(key.toString('base64'))).toThrow(/placeholder/);
    }
  });
});
