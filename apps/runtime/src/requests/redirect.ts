import type { Outgoing, Received } from './exchange.ts';
import { RequestFailure } from './failure.ts';
import type { Redactor } from './redact.ts';
import { parseUrl } from './target.ts';

export const mostRedirects = 5;

/** What another origin may know of the request: nothing that says who asks. */
const openHeaders: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'content-type',
  'idempotency-key',
  'user-agent',
]);

/** The request that a redirect asks for, by the fetch standard's rules. Throws RequestFailure where it is not followed. */
export function follow(outgoing: Outgoing, received: Received, redactor: Redactor): Outgoing {
  const [location = '', ...others] = received.headers.get('location') ?? [];
  if (others.length > 0) throw notFollowed('leads to two places at once');
  const url = parseUrl(location, outgoing.url);
  if (url.protocol === 'http:' && outgoing.url.protocol === 'https:')
    throw notFollowed('leads from an encrypted address to one that is not');

  const next = { ...toNextMethod(outgoing, received.status), url };
  return url.origin === outgoing.url.origin ? next : toStranger(next, redactor);
}

function toNextMethod(outgoing: Outgoing, status: number): Outgoing {
  const { method, headers } = outgoing;
  const becomesGet =
    ((status === 301 || status === 302) && method === 'POST') ||
    (status === 303 && method !== 'GET' && method !== 'HEAD');
  if (!becomesGet) return outgoing;
  const kept = [...headers].filter(([name]) => !name.startsWith('content-') && name !== 'idempotency-key');
  return { ...outgoing, method: 'GET', headers: new Map(kept), body: null };
}

function toStranger(outgoing: Outgoing, redactor: Redactor): Outgoing {
  const { url, headers, body } = outgoing;
  if (redactor.holds(url.href) || (body !== null && redactor.holds(body)))
    throw notFollowed('would carry a secret to another server');
  const kept = [...headers].filter(([name, value]) => openHeaders.has(name) && !redactor.holds(value));
  return { ...outgoing, headers: new Map(kept) };
}

function notFollowed(why: string): RequestFailure {
  return new RequestFailure('redirects', `The server sends us on, but that ${why}.`);
}
