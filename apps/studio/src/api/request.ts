import { z } from 'zod';
import { ApiError, toApiError } from './api-error.ts';

interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** The revision the change is based on. */
  readonly ifMatch?: number;
  readonly signal?: AbortSignal;
  /** How long an answer may take, in milliseconds. */
  readonly timeoutMs?: number;
  /** Lets the request outlive the page. */
  readonly keepalive?: boolean;
}

/** Asks the service and reads its answer with `schema`. Throws ApiError, and an AbortError when `signal` says so. */
export async function request<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  asked: Request = {},
): Promise<z.output<Schema>> {
  const response = await reach(path, asked);
  const body = await bodyOf(response);
  if (!response.ok) throw toApiError(response.status, body);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ApiError({
    status: response.status,
    code: 'unreadable',
    message: `The service answered something this page can't read: ${parsed.error.issues[0]?.message ?? 'nothing'}`,
    body,
    cause: parsed.error,
  });
}

const PATIENCE_MS = 30_000;

async function reach(path: string, asked: Request) {
  const { method = 'GET', body, ifMatch, signal, timeoutMs = PATIENCE_MS, keepalive } = asked;
  const patience = AbortSignal.timeout(timeoutMs);
  try {
    return await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: signal === undefined ? patience : AbortSignal.any([signal, patience]),
      ...(keepalive === undefined ? {} : { keepalive }),
    });
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw new ApiError({
      status: 0,
      code: 'unreachable',
      message: patience.aborted
        ? 'The service does not answer. Check that it is running.'
        : "The service can't be reached. Check that it is running and that you are online.",
      cause,
    });
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An answer without a body. */
export const nothing = z.undefined();
