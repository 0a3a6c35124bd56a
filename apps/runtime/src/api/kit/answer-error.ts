import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { RequestError } from '../../request-error.ts';
import { StoreUnavailableError } from '../../store/ports/store.ts';

export const noSuchPath: RequestHandler = () => {
  throw new RequestError(404, 'no_such_path', 'There is nothing at this address.');
};

/** Every error as `{ "error": { "code", "message", "problems"? } }`. A bug of ours shows no more than that it is one. */
export function answerErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const known = toRequestError(error);
    if (known === null) log.error({ err: error }, 'a request failed');
    const { status, code, message, problems, current } = known ?? failed;
    response.status(status).json({
      error: { code, message, ...(problems === undefined ? {} : { problems }) },
      ...(current === undefined ? {} : { current }),
    });
  };
}

const failed = new RequestError(500, 'failed', 'This did not work. The log of the service says why.');

function toRequestError(error: unknown): RequestError | null {
  if (error instanceof RequestError) return error;
  if (error instanceof StoreUnavailableError) {
    return new RequestError(503, 'store_unavailable', `This could not be stored. ${error.message}`);
  }
  // Express and its body parser give their errors a status.
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (status === 413) return new RequestError(413, 'too_large', 'This is more than a request may hold.');
  if (status === 400)
    return new RequestError(400, 'malformed_request', 'The body is not JSON, or the address is malformed.');
  return null;
}
