import { verify } from 'node:crypto';
import { parsePublicKey } from './public-key.ts';

const toleranceSecs = 300;
const base64Of64Bytes = /^[A-Za-z0-9+/]{86}==$/;
const verified: unique symbol = Symbol('verified webhook');

/** A webhook's raw body whose signature and age were found good. Only `createSignatureCheck` can make one. */
export interface VerifiedWebhook {
  readonly [verified]: true;
  readonly rawBody: Buffer;
  /** Unix time at which the carrier signed it, in seconds. */
  readonly signedAtSecs: number;
}

/** Request headers as node:http gives them: names in lower case, a repeated one as an array or joined by commas. */
export type WebhookHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The verdict on one request; `stale` also covers a time too far in the future. */
export type SignatureVerdict =
  | { readonly ok: true; readonly webhook: VerifiedWebhook }
  | {
      readonly ok: false;
      readonly reason: 'missing_header' | 'malformed_header' | 'stale' | 'wrong_signature';
    };

/** Tells whether a request comes from the carrier; `nowMs` is Unix time in milliseconds. */
export type SignatureCheck = (headers: WebhookHeaders, rawBody: Buffer, nowMs: number) => SignatureVerdict;

/**
 * Makes the check for one account: Ed25519 over `<telnyx-timestamp>|<raw body>`, at most 300 s old or ahead.
 * `publicKey` is base64 of the raw 32 bytes; throws CarrierConfigurationError when it is not.
 */
export function createSignatureCheck(publicKey: string): SignatureCheck {
  const key = parsePublicKey(publicKey);

  return (headers, rawBody, nowMs) => {
    const signature = headers['telnyx-signature-ed25519'];
    const timestamp = headers['telnyx-timestamp'];
    if (!signature || !timestamp) return { ok: false, reason: 'missing_header' };

    const signedAtSecs = toUnixSeconds(timestamp);
    if (signedAtSecs === null || typeof signature !== 'string' || !base64Of64Bytes.test(signature)) {
      return { ok: false, reason: 'malformed_header' };
    }
    // Asked this way round so that a clock that is NaN refuses.
    const isFresh = Math.abs(Math.floor(nowMs / 1000) - signedAtSecs) <= toleranceSecs;
    if (!isFresh) return { ok: false, reason: 'stale' };

    const signed = Buffer.concat([Buffer.from(`${String(timestamp)}|`), rawBody]);
    if (!verify(null, signed, key, Buffer.from(signature, 'base64'))) {
      return { ok: false, reason: 'wrong_signature' };
    }
    return { ok: true, webhook: { [verified]: true, rawBody, signedAtSecs } };
  };
}

function toUnixSeconds(timestamp: string | readonly string[]): number | null {
  if (typeof timestamp !== 'string' || !/^\d+$/.test(timestamp)) return null;
  const seconds = Number(timestamp);
  return Number.isSafeInteger(seconds) ? seconds : null;
}
