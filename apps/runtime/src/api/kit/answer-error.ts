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
  return refusalOfParts(error);
}

/** What Express, its body parser and its file server have against a request; they give their errors a status. */
const refusals: ReadonlyMap<unknown, readonly [code: string, message: string]> = new Map([
  [400, ['malformed_request', 'The body is not JSON, or the address is malformed.']],
  [403, ['forbidden', 'This address leads to nothing that may be read.']],
  [404, ['no_such_path', 'There is nothing at this address.']],
  [412, ['precondition_failed', 'What is at this address is not what the request expects of it.']],
  [413, ['too_large', 'This is more than a request may hold.']],
  [415, ['unsupported', 'Send JSON in UTF-8, as it is or compressed by gzip, deflate or br.']],
  [416, ['no_such_range', 'What is at this address has no such part.']],
]);

function refusalOfParts(error: unknown): RequestError | null {
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  const refusal = refusals.get(status);
  if (typeof status !== 'number' || refusal === undefined) return null;
  const [code, message] = refusal;
  return new RequestError(status, code, message, { cause: error });
}
