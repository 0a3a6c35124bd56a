import { verify } from 'node:crypto';
import { parsePublicKey } from './public-key.ts';

const toleranceSecs = 300;
/** One spelling for each signature: what the last letter holds beyond the 64 bytes is nothing. */
const base64Of64Bytes = /^[A-Za-z0-9+/]{85}[AQgw]==$/;
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

/** What a request can't even be checked for. */
export type HeaderFault = 'missing_header' | 'malformed_header';

/**
 * The verdict on one request. `stale`: the carrier signed it, but not now: this machine's clock is wrong, or somebody sends
 * it again. `ageSecs` is how long ago that was by this clock, below zero when it is still to come.
 */
export type SignatureVerdict =
  | { readonly ok: true; readonly webhook: VerifiedWebhook }
  | { readonly ok: false; readonly reason: HeaderFault | 'wrong_signature' }
  | { readonly ok: false; readonly reason: 'stale'; readonly ageSecs: number };

/** Tells whether a request comes from the carrier; `nowMs` is Unix time in milliseconds. */
export type SignatureCheck = (headers: WebhookHeaders, rawBody: Buffer, nowMs: number) => SignatureVerdict;

/** What is wrong with the headers alone, so that a body need not be read; null when they may be good. */
export function headerFault(headers: WebhookHeaders): HeaderFault | null {
  const proof = readHeaders(headers);
  return typeof proof === 'string' ? proof : null;
}

/**
 * Makes the check for one account: Ed25519 over `<telnyx-timestamp>|<raw body>`, at most 300 s old or ahead.
 * `publicKey` is base64 of the raw 32 bytes; throws CarrierConfigurationError when it is not.
 */
export function createSignatureCheck(publicKey: string): SignatureCheck {
  const key = parsePublicKey(publicKey);

  return (headers, rawBody, nowMs) => {
    const proof = readHeaders(headers);
    if (typeof proof === 'string') return { ok: false, reason: proof };
    const { signature, timestamp, signedAtSecs } = proof;

    const signed = Buffer.concat([Buffer.from(`${timestamp}|`), rawBody]);
    if (!verify(null, signed, key, signature)) return { ok: false, reason: 'wrong_signature' };

    const ageSecs = Math.floor(nowMs / 1000) - signedAtSecs;
    // Asked this way round so that a clock that is NaN refuses.
    const isFresh = Math.abs(ageSecs) <= toleranceSecs;
    return isFresh
      ? { ok: true, webhook: { [verified]: true, rawBody, signedAtSecs } }
      : { ok: false, reason: 'stale', ageSecs };
  };
}

interface Proof {
  readonly signature: Buffer;
  readonly timestamp: string;
  readonly signedAtSecs: number;
}

function readHeaders(headers: WebhookHeaders): Proof | HeaderFault {
  const signature = headers['telnyx-signature-ed25519'];
  const timestamp = headers['telnyx-timestamp'];
  if (!signature || !timestamp) return 'missing_header';
  if (typeof signature !== 'string' || !base64Of64Bytes.test(signature)) return 'malformed_header';
  const signedAtSecs = toUnixSeconds(timestamp);
  if (typeof timestamp !== 'string' || signedAtSecs === null) return 'malformed_header';
  return { signature: Buffer.from(signature, 'base64'), timestamp, signedAtSecs };
}

function toUnixSeconds(timestamp: string | readonly string[]): number | null {
  if (typeof timestamp !== 'string' || !/^\d+$/.test(timestamp)) return null;
  const seconds = Number(timestamp);
  return Number.isSafeInteger(seconds) ? seconds : null;
}
