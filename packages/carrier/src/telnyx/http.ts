import { errors, Pool } from 'undici';
import type { Refusal } from '../port.ts';

/** An HTTP answer, read to its end. */
export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** No answer, or one that could not be read. `isNeverSent` is true only when the carrier can't have seen the request. */
export interface Silence {
  readonly kind: 'silence';
  readonly refusal: Refusal;
  readonly isNeverSent: boolean;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body: string | null;
}

export interface HttpOptions {
  readonly apiKey: string;
  readonly baseUrl: URL;
  readonly connections: number;
  readonly timeoutMs: number;
}

/** Keep-alive connections to one origin. `request` never rejects; `leftMs` may shorten its time limit. */
export interface Connections {
  request(request: HttpRequest, leftMs: number, signal: AbortSignal | undefined): Promise<Answer | Silence>;
  close(): Promise<void>;
}

const responseLimitBytes = 1024 * 1024;
const idleMs = 30_000;

/** Opens connections on demand, one request at a time on each. */
export function createConnections({ apiKey, baseUrl, connections, timeoutMs }: HttpOptions): Connections {
  const pool = new Pool(baseUrl.origin, {
    connections,
    pipelining: 1,
    keepAliveTimeout: idleMs,
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    maxResponseSize: responseLimitBytes,
  });
  const prefix = baseUrl.pathname.replace(/\/+$/, '');
  const headers = { authorization: `Bearer ${apiKey}`, accept: 'application/json' };
  const jsonHeaders = { ...headers, 'content-type': 'application/json' };

  return {
    async request({ method, path, body }, leftMs, signal) {
      const limit = createLimit(Math.min(timeoutMs, leftMs), signal);
      try {
        const response = await pool.request({
          method,
          path: `${prefix}${path}`,
          headers: body === null ? headers : jsonHeaders,
          body,
          signal: limit.signal,
        });
        const text = await response.body.text();
        return { kind: 'answer', status: response.statusCode, headers: response.headers, body: text };
      } catch (error) {
        return signal?.aborted ? silence('aborted') : toSilence(error);
      } finally {
        limit.clear();
      }
    },
    close: () => pool.close(),
  };
}

const silenceTitles = {
  aborted: 'The request was given up on our side',
  closed: 'The connections to the carrier are being closed',
  timeout: 'The carrier did not answer in time',
  response_too_large: "The carrier's answer is too large",
  transport_error: 'The carrier could not be reached',
};

/** A request without an answer, in the port's words. */
export function silence(code: keyof typeof silenceTitles, detail = '', isNeverSent = false): Silence {
  const refusal: Refusal = { status: null, code, title: silenceTitles[code], detail, class: 'transient' };
  return { kind: 'silence', refusal, isNeverSent };
}

// undici times the wait for the headers and each gap in the body; this limits the whole try.
function createLimit(ms: number, outer: AbortSignal | undefined): { signal: AbortSignal; clear(): void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, ms);
  if (outer?.aborted) abort();
  outer?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer);
      outer?.removeEventListener('abort', abort);
    },
  };
}

const neverSentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);
const timeoutCodes = new Set([
  'AbortError',
  'UND_ERR_ABORTED',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

function toSilence(error: unknown): Silence {
  if (error instanceof errors.ClientClosedError || error instanceof errors.ClientDestroyedError) {
    return silence('closed', '', true);
  }
  const code = codeOf(error);
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE') {
    return silence('response_too_large', `It has more than ${responseLimitBytes} bytes.`);
  }
  return silence(timeoutCodes.has(code) ? 'timeout' : 'transport_error', code, neverSentCodes.has(code));
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  // The code of a DOMException (an abort) is a number; its name says it.
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
