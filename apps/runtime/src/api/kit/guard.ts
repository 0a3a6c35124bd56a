import type { Request, RequestHandler } from 'express';
import { tooDeepAt, tooDeepComplaint } from '@gatherline/flow';
import { RequestError } from '../../request-error.ts';

const loopbackNames = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/** Tells whether a service that listens on `host` can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/**
 * The API has no password while it is bound to this machine, so a page of another site must not be able to use it from
 * the browser of whoever sits here: neither directly, nor under a name that was made to lead here (DNS rebinding).
 */
export function refuseOtherSites(host: string): RequestHandler {
  return (request, _response, next) => {
    if (isLoopback(host) && !loopbackNames.test(request.headers.host ?? '')) {
      throw new RequestError(403, 'foreign_host', 'This service is reached as localhost or 127.0.0.1 only.');
    }
    if (comesFromAnotherSite(request)) {
      throw new RequestError(403, 'cross_site', 'Pages of other sites may not use this service.');
    }
    next();
  };
}

function comesFromAnotherSite({ headers }: Request): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const { origin, host } = headers;
  if (origin === undefined) return false;
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

/** What reads a body goes down into it step by step, and would not come back from one that is deep enough. */
export const refuseDeepBodies: RequestHandler = (request, _response, next) => {
  const path = tooDeepAt(request.body);
  if (path === null) return next();
  const { message, cure } = tooDeepComplaint(path);
  throw new RequestError(422, 'too_deep', `${message} ${cure}`);
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
