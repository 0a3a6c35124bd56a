import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { type Reply, refusedWith } from '../model/errors.ts';

/** Sends an answer of the carrier. */
export function answerWith(response: Response, { status, body }: Reply): void {
  response.status(status).json(body);
}

/** Lets nobody through without `Authorization: Bearer <key>`; with no key set, any will do. */
export function requireKey(apiKey: string | undefined): RequestHandler {
  return (request, response, next) => {
    const [scheme, key] = (request.headers.authorization ?? '').split(' ');
    const isRight = scheme?.toLowerCase() === 'bearer' && key !== undefined && key !== '';
    if (isRight && (apiKey === undefined || key === apiKey)) next();
    else answerWith(response, refusedWith(401, '10009', 'The API key is missing or wrong.'));
  };
}

/** A body in another format than JSON is refused; no body at all is fine. */
export const requireJson: RequestHandler = ({ body, headers }, response, next) => {
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (body === undefined && hasBody) {
    answerWith(response, refusedWith(415, '10029', 'The Content-Type must be application/json.'));
  } else next();
};

export const noSuchPath: RequestHandler = (request, response) => {
  answerWith(response, refusedWith(404, '10005', `There is nothing at ${request.path}.`));
};

/** A body that can't be read becomes an answer of the carrier; anything else is our own bug. */
export const refuseUnreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const type = typeOf(error);
  if (type === 'entity.parse.failed')
    answerWith(response, refusedWith(400, '10023', 'The body is not valid JSON.'));
  else if (type === 'entity.too.large')
    answerWith(response, refusedWith(413, '10015', 'The body is too large.'));
  else if (type !== null || error instanceof URIError) {
    answerWith(response, refusedWith(400, '10015', 'The request can not be read.'));
  } else next(error);
};

function typeOf(error: unknown): string | null {
  const type = typeof error === 'object' && error !== null && 'type' in error ? error.type : null;
  return typeof type === 'string' ? type : null;
}
