import type { HttpExchange } from '@gatherline/conversations';
import type { Command, EngineEvent } from '@gatherline/engine';
import { isJsonObject, type Json, type JsonObject, readAnswerBody } from '@gatherline/flow';
import { holdsFields } from './holds-fields.ts';
import { sentBody } from './sent-body.ts';

type Reply = HttpExchange['replies'][number];
type Answer = Extract<EngineEvent, { kind: 'requested' }>;

/** Servers beyond the flow, as a conversation describes them: they answer each request in turn. */
export interface Web {
  readonly exchanges: readonly HttpExchange[];
  /** How often each exchange was asked. */
  readonly asked: Map<HttpExchange, number>;
  /** Answers on their way. */
  readonly due: { readonly atMs: number; readonly answer: Answer }[];
}

const BETWEEN_TRIES_MS = 200;
/** Answers that are worth another try; what was sent in is not sent again unless the server says that it did nothing. */
const busy = [429, 503];
const passing = [...busy, 502, 504];

export function createWeb(exchanges: readonly HttpExchange[]): Web {
  return { exchanges, asked: new Map(), due: [] };
}

/** Takes a request; its answer is due when the server has taken its time. One limit holds for all tries together. */
export function request(web: Web, command: Command, nowMs: number): void {
  const { timeout_millis: timeout, retries } = command.body;
  const untilMs = nowMs + (typeof timeout === 'number' ? timeout : 5_000);
  const mostTries = 1 + (typeof retries === 'number' ? retries : 0);
  let atMs = nowMs;
  for (let tries = 1; ; tries += 1) {
    const reply = nextReply(web, command.body);
    const leftMs = untilMs - atMs;
    atMs += Math.min(reply?.after_ms ?? 0, leftMs);
    const answer = answerOf(command, reply, leftMs);
    const nextMs = atMs + BETWEEN_TRIES_MS;
    if (tries < mostTries && isWorthATry(command, answer) && nextMs < untilMs) {
      atMs = nextMs;
      continue;
    }
    const took = answer.type === 'http.answered' ? { duration_ms: atMs - nowMs } : {};
    web.due.push({ atMs, answer: { ...answer, payload: { ...answer.payload, ...took } } });
    return;
  }
}

function isWorthATry({ body: { method } }: Command, { type, payload }: Answer): boolean {
  const isRepeatable = method !== 'POST' && method !== 'PATCH';
  if (type === 'http.failed') return payload.reason !== 'timeout' && isRepeatable;
  return (isRepeatable ? passing : busy).some((status) => status === payload.status);
}

/** Takes the answers that are due out of the web. */
export function takeDue(web: Web, nowMs: number): readonly Answer[] {
  const due = web.due.filter(({ atMs }) => atMs <= nowMs);
  for (const one of due) web.due.splice(web.due.indexOf(one), 1);
  return due.map(({ answer }) => answer);
}

function nextReply(web: Web, body: JsonObject): Reply | undefined {
  const exchange = web.exchanges.find(({ request: expected }) => isMeant(expected, body));
  if (exchange === undefined) return undefined;
  const times = web.asked.get(exchange) ?? 0;
  web.asked.set(exchange, times + 1);
  return exchange.replies[Math.min(times, exchange.replies.length - 1)];
}

/** Whether a request is the one that an exchange describes; `body` is that of the command. */
export function isMeant(expected: HttpExchange['request'], sent: JsonObject): boolean {
  const { method, url, query } = sent;
  if (expected.method !== undefined && expected.method !== method) return false;
  if (typeof url !== 'string') return false;
  const [address = ''] = url.split('?');
  const isThere = expected.url.endsWith('*')
    ? address.startsWith(expected.url.slice(0, -1))
    : address === expected.url;
  if (!isThere) return false;
  if (expected.query !== undefined && !holdsFields(queryOf(url, query), expected.query)) return false;
  return expected.body === undefined || holdsFields(sentBody(sent), expected.body);
}

function queryOf(url: string, query: Json | undefined): JsonObject {
  const [, inUrl = ''] = url.split('?');
  const rows = Array.isArray(query) ? query.filter(isJsonObject) : [];
  return {
    ...Object.fromEntries(new URLSearchParams(inUrl)),
    ...Object.fromEntries(
      rows.flatMap(({ name, value }) => (typeof name === 'string' ? [[name, value ?? null] as const] : [])),
    ),
  };
}

function answerOf(command: Command, reply: Reply | undefined, timeoutMs: number): Answer {
  const failed = (reason: string, detail: string): Answer => ({
    kind: 'requested',
    command,
    type: 'http.failed',
    payload: { reason, detail },
  });
  if (reply === undefined) return failed('refused', 'The conversation knows no such server.');
  if (reply.fails === 'timeout' || reply.after_ms > timeoutMs) return failed('timeout', 'It took too long.');
  if (reply.fails !== undefined) return failed(reply.fails, 'The server can not be reached.');
  const { status, headers, body } = sentBy(reply);
  return { kind: 'requested', command, type: 'http.answered', payload: { status, headers, body } };
}

/** The answer as it comes over the wire, read as the service reads it. */
function sentBy({ status, body, headers: written }: Reply) {
  const type = typeof body === 'string' ? 'text/plain' : 'application/json';
  const named = Object.entries(written).map(([name, value]) => [name.toLowerCase(), value] as const);
  const headers: Record<string, string> = { 'content-type': type, ...Object.fromEntries(named) };
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers, body: readAnswerBody(text, headers['content-type'] ?? '') };
}
