import { createPublicKey, type KeyObject } from 'node:crypto';
import { CarrierConfigurationError } from './configuration-error.ts';

const base64Of32Bytes = /^[A-Za-z0-9+/]{43}=$/;
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

// Points of small order, sign bit cleared. Under such a key (32 zero bytes is one) many verifiers, OpenSSL 3.0 among
// them, take a signature that nobody made for one message in eight or more.
const smallOrderPoints = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

function isSmallOrder(key: Buffer): boolean {
  const unsigned = Buffer.from(key);
  unsigned.writeUInt8(unsigned.readUInt8(31) & 0x7f, 31);
  return smallOrderPoints.has(unsigned.toString('hex'));
}

/**
 * Reads the account's public key as the portal shows it: padded base64 of the raw 32 bytes of an Ed25519 key.
 * Throws CarrierConfigurationError (`malformed_public_key`) for anything else.
 */
export function parsePublicKey(publicKey: string): KeyObject {
  if (!base64Of32Bytes.test(publicKey)) {
    throw new CarrierConfigurationError(
      'malformed_public_key',
      'The public key is not the base64 of 32 bytes (44 characters, the last one "="): ' +
        'copy it again, without quotes or spaces, from the portal under Keys & Credentials, Public Key.',
    );
  }
  const raw = Buffer.from(publicKey, 'base64');
  if (isSmallOrder(raw)) {
    throw new CarrierConfigurationError(
      'malformed_public_key',
      'The public key is a placeholder under which anybody could sign: ' +
        'put in the one that the portal shows under Keys & Credentials, Public Key.',
    );
  }
  return createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' });
}
