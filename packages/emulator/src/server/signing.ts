import nacl from 'tweetnacl';

export type Signer = {
  /** Base64 of the raw 32 bytes. */
  publicKey: string;
  /** The two headers that prove a body, made at `atMs` (Unix ms). */
  sign(body: string, atMs: number): { 'telnyx-timestamp': string; 'telnyx-signature-ed25519': string };
};

/** Signs as the carrier does: Ed25519 over `<seconds>|<raw body>`. `seed`: base64 of 32 bytes; left out: a new key. */
export function createSigner(seed?: string): Signer {
  const keys = seed === undefined ? nacl.sign.keyPair() : nacl.sign.keyPair.fromSeed(seedOf(seed));
  return {
    publicKey: Buffer.from(keys.publicKey).toString('base64'),
    sign(body, atMs) {
      const timestamp = String(Math.floor(atMs / 1000));
      const signature = nacl.sign.detached(Buffer.from(`${timestamp}|${body}`), keys.secretKey);
      return {
        'telnyx-timestamp': timestamp,
        'telnyx-signature-ed25519': Buffer.from(signature).toString('base64'),
      };
    },
  };
}

function seedOf(base64: string): Uint8Array {
  const seed = Buffer.from(base64, 'base64');
  if (seed.length !== 32)
    throw new Error(`The signing key must be base64 of 32 bytes, but has ${seed.length}.`);
  return seed;
}
