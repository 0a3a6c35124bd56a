import { isIP, isIPv6, type LookupFunction } from 'node:net';
import { buildConnector, Client } from 'undici';
import { RequestFailure } from './failure.ts';
import { readBody } from './read-body.ts';
import type { Target } from './target.ts';
import { unlessAborted } from './unless-aborted.ts';

/** A request as it goes over the wire; header names in lower case. */
export interface Outgoing {
  readonly method: string;
  readonly url: URL;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string | null;
}

/** An answer as it came over the wire, its body decompressed. */
export interface Received {
  readonly status: number;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: Buffer;
}

const headerLimitBytes = 16 * 1024;
/** Past every limit of a request: it only clears away what nobody waits for any more. */
const longestDialMs = 60_000;

/**
 * Sends one request on a connection of its own, which is gone afterwards: an address is dialled right after it was
 * looked at, and a request is never lost to a connection that was just closing. Rejects with RequestFailure.
 */
export async function exchange(outgoing: Outgoing, target: Target, signal: AbortSignal): Promise<Received> {
  const progress = { isConnected: false };
  const client = new Client(target.url.origin, {
    connect: dial(target, progress),
    allowH2: false,
    maxHeaderSize: headerLimitBytes,
    // One limit, the signal's, holds over everything.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  try {
    return await unlessAborted(ask(client, outgoing, signal), signal);
  } catch (error) {
    throw signal.aborted ? error : toFailure(error, !progress.isConnected);
  } finally {
    void client.destroy();
  }
}

async function ask(
  client: Client,
  { method, url, headers, body }: Outgoing,
  signal: AbortSignal,
): Promise<Received> {
  const response = await client.request({
    method,
    path: url.pathname + url.search,
    headers: Object.fromEntries(headers),
    body,
    reset: true,
    signal,
  });
  // Ending the connection early is an error of the body, whoever reads it or not.
  response.body.on('error', () => {});
  const received = toLists(response.headers);
  const isRead = !isRedirect(response.statusCode, received) && method !== 'HEAD';
  return {
    status: response.statusCode,
    headers: received,
    body: isRead ? await readBody(response.body, received) : Buffer.alloc(0),
  };
}

/** An answer that only says where to go on: its body is nobody's business. */
export function isRedirect(status: number, headers: Received['headers']): boolean {
  return [301, 302, 303, 307, 308].includes(status) && headers.has('location');
}

/** Dials the addresses that were looked at and no others; the certificate is still the one of the host's name. */
function dial({ addresses }: Target, progress: { isConnected: boolean }): buildConnector.connector {
  const lookup: LookupFunction = (_host, options, found) => {
    if (options.all === true) found(null, addresses.map(toFamily));
    else found(null, addresses[0], toFamily(addresses[0]).family);
  };
  const connector = buildConnector({
    lookup,
    allowH2: false,
    rejectUnauthorized: true,
    timeout: longestDialMs,
  });
  return (options, connected) => {
    // A host that is an address itself is not looked up: it is dialled in the spelling that was looked at.
    const hostname = isIP(options.hostname) === 0 ? options.hostname : addresses[0];
    connector({ ...options, hostname }, (...result) => {
      progress.isConnected = result[0] === null;
      connected(...result);
    });
  };
}

function toFamily(address: string): { address: string; family: 4 | 6 } {
  return { address, family: isIPv6(address) ? 6 : 4 };
}

function toLists(headers: Readonly<Record<string, string | string[] | undefined>>): Received['headers'] {
  return new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value ?? []].flat()]));
}

const refusedCodes = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'EADDRNOTAVAIL']);
const tooLargeCodes = new Set(['UND_ERR_HEADERS_OVERFLOW', 'HPE_HEADER_OVERFLOW']);

function toFailure(error: unknown, isNeverSent: boolean): RequestFailure {
  if (error instanceof RequestFailure) return error;
  const code = codeOf(error);
  if (refusedCodes.has(code)) {
    return new RequestFailure('refused', `Nobody answers there (${code}).`, { isNeverSent, cause: error });
  }
  if (tooLargeCodes.has(code))
    return new RequestFailure('too_large', 'The headers of the answer are too large.');
  const detail = isNeverSent ? 'The connection could not be made' : 'The connection broke';
  return new RequestFailure('transport', `${detail} (${code}).`, { isNeverSent, cause: error });
}

/** A code and no message: a message may hold anything, a secret too. */
function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{1,60}$/.test(code) ? code : 'no code';
}
