import { isJsonType, type Json } from '@gatherline/flow';
import { RequestFailure } from './failure.ts';
import type { HttpRequest } from './http-request.ts';

/** The values of the secrets that a request names. */
export type Secrets = ReadonlyMap<string, string>;

export type FindSecret = (name: string) => Promise<string | null>;

const mark = /\uFDD0([^\uFDD0\uFDD1]*)\uFDD1/g;

/**
 * Fills in the secrets of a request: it stands there as `\uFDD0<seal>:<name>\uFDD1`. A mark under another seal was not made
 * by the engine, and stays text. Rejects with RequestFailure for a secret that is not set.
 */
export async function fillSecrets(
  request: HttpRequest,
  seal: string,
  find: FindSecret,
): Promise<{ readonly request: HttpRequest; readonly secrets: Secrets }> {
  const secrets = new Map<string, string>();
  for (const name of namesIn(request, seal)) {
    const value = await find(name);
    if (value === null)
      throw new RequestFailure('secret_missing', `The secret ${name} is not set.`, { isNeverSent: true });
    secrets.set(name, value);
  }
  const fill = createFill(seal, secrets);
  return { request: fillAll(request, fill), secrets };
}

function namesIn(request: HttpRequest, seal: string): ReadonlySet<string> {
  const names = new Set<string>();
  const note: Fill = (text) => {
    for (const [, content = ''] of text.matchAll(mark)) {
      const name = nameIn(content, seal);
      if (name !== null) names.add(name);
    }
    return text;
  };
  fillAll(request, note);
  return names;
}

function nameIn(content: string, seal: string): string | null {
  return seal !== '' && content.startsWith(`${seal}:`) ? content.slice(seal.length + 1) : null;
}

/**
 * The origin of a marked URL; null when a secret begins it, and so is the address itself. Throws RequestFailure for a secret
 * inside the host's name: it would be told to everybody who answers for names.
 */
export function plainOrigin(url: string): string | null {
  const origins = ['a', 'b', '1', '2'].map((stand) => URL.parse(url.replaceAll(mark, stand))?.origin ?? null);
  const [origin = null, ...others] = new Set(origins);
  if (others.length > 0)
    throw new RequestFailure('bad_url', 'A secret can not be part of the name of a host.');
  return origin;
}

type Fill = (text: string, place?: 'url' | 'json' | 'form') => string;

function createFill(seal: string, secrets: Secrets): Fill {
  return (text, place) => {
    let rest = '';
    let end = 0;
    const filled = text.replaceAll(mark, (whole, content: string, at: number) => {
      rest += text.slice(end, at);
      end = at + whole.length;
      const name = nameIn(content, seal);
      const value = name === null ? undefined : secrets.get(name);
      if (value === undefined) {
        rest += whole;
        return whole;
      }
      if (place === 'json') return JSON.stringify(value).slice(1, -1);
      if (place === 'form') return encodeURIComponent(value.toWellFormed());
      // A secret that begins the URL is an address itself; further on it is a piece of one.
      return place === 'url' && at > 0 ? encodeURIComponent(value.toWellFormed()) : value;
    });
    refuseBrokenMark(rest + text.slice(end), seal);
    return filled;
  };
}

/** Whoever learnt the seal could have secrets sent to themselves: a mark that a filter cut or packed goes nowhere. */
function refuseBrokenMark(text: string, seal: string): void {
  if (seal === '' || !text.toLowerCase().includes(seal.toLowerCase())) return;
  const detail = 'A secret was changed on its way into the request: write it plainly, without a filter.';
  throw new RequestFailure('bad_request', detail, { isNeverSent: true });
}

function fillAll(request: HttpRequest, fill: Fill): HttpRequest {
  const fillPairs = (pairs: HttpRequest['headers']) =>
    pairs.map(({ name, value }) => ({ name: fill(name), value: fill(value) }));
  const { url, headers, query, auth, body } = request;
  return {
    ...request,
    url: fill(url, 'url'),
    headers: fillPairs(headers),
    query: fillPairs(query),
    auth: auth === undefined ? undefined : fillAuth(auth, fill),
    body: body === undefined ? undefined : fillBody(request, body, fill),
  };
}

function fillAuth(auth: NonNullable<HttpRequest['auth']>, fill: Fill): NonNullable<HttpRequest['auth']> {
  return auth.type === 'bearer'
    ? { type: auth.type, token: fill(auth.token) }
    : { type: auth.type, username: fill(auth.username), password: fill(auth.password) };
}

/** A body that is one text goes out as it is: a secret in it is written as JSON or a form writes it. */
function fillBody({ headers }: HttpRequest, body: Json, fill: Fill): Json {
  if (typeof body !== 'string') return mapTexts(body, (text) => fill(text));
  const named = headers.find(({ name }) => name.trim().toLowerCase() === 'content-type')?.value;
  const type = named ?? 'application/json';
  if (isJsonType(type)) return fill(body, 'json');
  return fill(body, /^\s*application\/x-www-form-urlencoded/i.test(type) ? 'form' : undefined);
}

/** A JSON value with every text in it changed, the names of its fields too. */
function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: Json) => mapTexts(one, change));
  const entries = Object.entries(value).map(([name, one]) => [change(name), mapTexts(one, change)]);
  return Object.fromEntries(entries);
}
