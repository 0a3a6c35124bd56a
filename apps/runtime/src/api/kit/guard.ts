import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { readJson, tooDeepAt, tooDeepComplaint } from '@gatherline/flow';
import type { BodyBudget } from '../../body-budget.ts';
import { RequestError } from '../../request-error.ts';

/** The names and the address by which this service is reached. */
export interface OwnNames {
  readonly host: string;
  readonly publicUrl: string | null;
  readonly ownHosts: readonly { readonly host: string }[];
}

/**
 * There is no password, so a page of another site must not be able to use this service from the browser of whoever can
 * reach it under a name that was made to lead here (DNS rebinding). An address can't be made to, and is let in.
 */
export function refuseOtherNames({ host, publicUrl, ownHosts }: OwnNames): RequestHandler {
  const names = new Set(['localhost', nameOf(host), ...ownHosts.map(({ host: own }) => own)]);
  if (publicUrl !== null) names.add(nameOf(new URL(publicUrl).host));
  return (request, _response, next) => {
    // A browser always names whom it asks; a probe that speaks HTTP/1.0 need not.
    const asked = request.headers.host;
    const name = asked === undefined ? 'localhost' : nameOf(asked);
    if (name !== null && (names.has(name) || isIP(name) !== 0)) return next();
    throw new RequestError(
      421,
      'foreign_host',
      'This service is not reached by that name. Set PUBLIC_URL or ALLOWED_HOSTS to the names it may be called by.',
    );
  };
}

/** The name in a Host header, without its port, as URL writes it; null when it is none. */
function nameOf(host: string): string | null {
  const [, bare] = /^(\[[\da-f:.]+\]|[^\s:/?#@\\*%[\]]+)(?::\d{1,5})?$/i.exec(host) ?? [];
  const url = bare === undefined ? null : URL.parse(`http://${bare}`);
  return url === null ? null : url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

/** Pages of other sites may not use the API, neither by its address nor by its name. */
export function refuseOtherSites({ publicUrl }: Pick<OwnNames, 'publicUrl'>): RequestHandler {
  const origin = publicUrl === null ? null : new URL(publicUrl).origin;
  return (request, _response, next) => {
    if (!comesFromAnotherSite(request, origin)) return next();
    throw new RequestError(403, 'cross_site', 'Pages of other sites may not use this service.');
  };
}

function comesFromAnotherSite({ headers }: Request, ownOrigin: string | null): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const { origin, host } = headers;
  if (origin === undefined || origin === ownOrigin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

/** What changes something comes as JSON: a form of another site can't send that. */
export const requireJson: RequestHandler = (request, _response, next) => {
  const hasBody =
    request.headers['content-length'] !== '0' &&
    (request.headers['content-length'] !== undefined || request.headers['transfer-encoding'] !== undefined);
  if (hasBody && request.is('application/json') === false) {
    throw new RequestError(415, 'not_json', 'Send JSON, with content-type: application/json.');
  }
  next();
};

/** Keeps a place for a body before any of it is read; one of unknown length is taken to be as long as it may be. */
export function boundBodies(budget: BodyBudget, limitBytes: number): RequestHandler {
  return (request, response, next) => {
    const share = budget.share();
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    const bytes = length === undefined ? (encoding === undefined ? 0 : limitBytes) : Number(length);
    if (bytes > limitBytes) throw new RequestError(413, 'too_large', 'This is more than a request may hold.');
    if (!share.growTo(bytes)) {
      throw new RequestError(503, 'busy', 'Too many large requests come at once: try again in a moment.');
    }
    response.once('close', () => share.release());
    next();
  };
}

/** What reads a body goes down into it step by step, and would not come back from one that is deep enough. */
export const refuseDeepBodies: RequestHandler = (request, _response, next) => {
  const path = tooDeepAt(request.body);
  if (path === null) return next();
  const { message, cure } = tooDeepComplaint(path);
  throw new RequestError(422, 'too_deep', `${message} ${cure}`);
};

const bodies = new WeakMap<object, Buffer>();

/** Keeps the bytes of a body until `refuseDoubleNames` has looked at them. */
export function keepBody(request: IncomingMessage, _response: ServerResponse, body: Buffer): void {
  bodies.set(request, body);
}

/** Of two values with one name the first would be lost without a word: a step of a flow, say, after a merge. */
export const refuseDoubleNames: RequestHandler = (request, _response, next) => {
  const reading = readJson(bodies.get(request)?.toString() ?? '{}');
  bodies.delete(request);
  if (reading.ok || reading.path === undefined) return next();
  const message = `${reading.path.join('.')}: ${reading.complaint} Keep one of the two.`;
  throw new RequestError(422, 'double_name', message);
};

/** Closes a path: what is not one of these methods is told which are. Stands behind them. */
export function allowOnly(methods: readonly string[]): RequestHandler {
  const allowed = [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))];
  const allow = [...allowed, 'OPTIONS'].join(', ');
  return (request, response, next) => {
    if (allowed.includes(request.method)) return next();
    response.set('allow', allow);
    if (request.method === 'OPTIONS') return void response.status(204).end();
    throw new RequestError(405, 'method_not_allowed', `This address takes ${allow}, not ${request.method}.`);
  };
}
