import nacl from 'tweetnacl';

/** A carrier's signing side, by an implementation that shares nothing with the check under test. */
export interface Signer {
  readonly publicKey: string;
  sign(timestamp: string, rawBody: Buffer): string;
  headers(timestamp: string, rawBody: Buffer): Record<string, string>;
}

export function createSigner(): Signer {
  const pair = nacl.sign.keyPair();
  const sign = (timestamp: string, rawBody: Buffer) => {
    const signed = Buffer.concat([Buffer.from(`${timestamp}|`), rawBody]);
    return Buffer.from(nacl.sign.detached(signed, pair.secretKey)).toString('base64');
  };
  return {
    publicKey: Buffer.from(pair.publicKey).toString('base64'),
    sign,
    headers: (timestamp, rawBody) => ({
      'telnyx-timestamp': timestamp,
      'telnyx-signature-ed25519': sign(timestamp, rawBody),
    }),
  };
}
