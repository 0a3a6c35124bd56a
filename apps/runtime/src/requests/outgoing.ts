import { isJsonObject, type Json } from '@gatherline/flow';
import type { Outgoing } from './exchange.ts';
import { RequestFailure } from './failure.ts';
import { type HttpRequest, isIdempotent } from './http-request.ts';
import { acceptedEncodings } from './read-body.ts';
import { parseUrl } from './target.ts';

/** What only the connection itself may say; a request that could set these could be two. */
const ownHeaders: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** The request as it goes over the wire. Throws RequestFailure when it can't be sent. */
export function toOutgoing(request: HttpRequest, idempotencyKey: string): Outgoing {
  const { method, body } = request;
  const url = parseUrl(request.url);
  url.search = [url.search.slice(1), toForm(request.query)].filter((part) => part !== '').join('&');
  const headers = new Map([
    ['accept', 'application/json, text/plain;q=0.9, */*;q=0.8'],
    ['user-agent', 'Gatherline'],
    ...(isIdempotent(method) ? [] : [['idempotency-key', idempotencyKey] as const]),
    ...authorOf(request.headers),
    ['accept-encoding', acceptedEncodings],
    ...authorization(request.auth),
  ]);
  if (body === undefined) return { method, url, headers, body: null };
  const contentType = headers.get('content-type') ?? 'application/json';
  return {
    method,
    url,
    headers: headers.set('content-type', contentType),
    body: encodeBody(body, contentType),
  };
}

function authorOf(headers: HttpRequest['headers']): ReadonlyMap<string, string> {
  const collected = new Map<string, string>();
  for (const { name, value } of headers) {
    const key = name.trim().toLowerCase();
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(key))
      throw badRequest('A header has a name that headers can not have.');
    if (ownHeaders.has(key)) throw badRequest(`The header ${key} is set by the service itself: remove it.`);
    const sent = value.trim();
    if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(sent))
      throw badRequest(
        `The value of the header ${key} holds a line break, or a sign that headers can not hold.`,
      );
    const former = collected.get(key);
    collected.set(key, former === undefined ? sent : `${former}, ${sent}`);
  }
  return collected;
}

function authorization(auth: HttpRequest['auth']): readonly (readonly [string, string])[] {
  if (auth === undefined) return [];
  if (auth.type === 'basic') {
    const credentials = Buffer.from(`${auth.username}:${auth.password}`).toString('base64');
    return [['authorization', `Basic ${credentials}`]];
  }
  const token = auth.token.trim();
  if (!/^[\x21-\x7e]+$/.test(token))
    throw badRequest('The token is empty, or holds a space or a line break.');
  return [['authorization', `Bearer ${token}`]];
}

function encodeBody(body: Json, contentType: string): string {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'application/x-www-form-urlencoded' && isJsonObject(body)) {
    return toForm(Object.entries(body).map(([name, value]) => ({ name, value: toText(value) })));
  }
  return typeof body === 'string' ? body : JSON.stringify(body);
}

function toForm(pairs: readonly { readonly name: string; readonly value: string }[]): string {
  const form = new URLSearchParams();
  for (const { name, value } of pairs) form.append(name, value);
  return form.toString();
}

function toText(value: Json): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function badRequest(detail: string): RequestFailure {
  return new RequestFailure('bad_request', detail, { isNeverSent: true });
}
