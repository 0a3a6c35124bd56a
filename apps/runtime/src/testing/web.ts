import type { ServerResponse } from 'node:http';
import type { Conversation, HttpExchange } from '@gatherline/conversations';
import type { ManualClock } from '@gatherline/emulator';
import { isMeant } from '@gatherline/player';
import type { Json, JsonObject } from '@gatherline/flow';
import { openWebServer, type Seen } from './web-server.ts';

/** The servers beyond a flow, on one port of this machine: they answer as the conversation says, in its time. */
export interface Web {
  /** The same text with every server's address changed for the one it has here. */
  toHere(text: string): string;
  /** The other way round. */
  fromHere(text: string): string;
  /** Requests that wait for their time to come. */
  waiting(): number;
}

type Reply = HttpExchange['replies'][number];

/** A web on a port of its own, closed after the test. */
export async function openWeb({ http }: Conversation, clock: ManualClock): Promise<Web> {
  const origins = [...new Set(http.map(({ request: { url } }) => new URL(url.replace(/\*$/, '')).origin))];
  const replyTo = createReplies(http);
  let waiting = 0;

  const { port } = await openWebServer(async (response, seen) => {
    const reply = replyTo(toRequest(seen, origins));
    if (reply === undefined || reply.fails === 'refused') {
      response.destroy();
      return;
    }
    waiting += 1;
    const isWanted = await isItsTime(reply, clock, response);
    waiting -= 1;
    if (isWanted) answer(response, reply);
  });
  const places = origins.map((origin, index) => [origin, `http://127.0.0.1:${port}/~${index}`] as const);

  return {
    toHere: (words) => places.reduce((changed, [there, here]) => changed.replaceAll(there, here), words),
    fromHere: (words) => places.reduce((changed, [there, here]) => changed.replaceAll(here, there), words),
    waiting: () => waiting,
  };
}

/** Each exchange answers in turn, and goes on with its last answer. */
function createReplies(exchanges: readonly HttpExchange[]): (request: JsonObject) => Reply | undefined {
  const asked = new Map<HttpExchange, number>();
  return (request) => {
    const exchange = exchanges.find((one) => isMeant(one.request, request));
    if (exchange === undefined) return undefined;
    const times = asked.get(exchange) ?? 0;
    asked.set(exchange, times + 1);
    return exchange.replies[Math.min(times, exchange.replies.length - 1)];
  };
}

/** The request as the flow meant it, at the server it asked for. */
function toRequest({ method, path, headers, body }: Seen, origins: readonly string[]): JsonObject {
  const [, index = '0', rest = ''] = /^\/~(\d+)(.*)$/.exec(path) ?? [];
  const isForm = headers['content-type']?.includes('form-urlencoded') === true;
  const sent: Json = isForm ? Object.fromEntries(new URLSearchParams(body)) : parseJson(body);
  return { method, url: `${origins[Number(index)] ?? ''}${rest}`, body: sent };
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text === '' ? null : text;
  }
}

/** Resolves when its time has come; with false when nobody waits for it any more. */
function isItsTime(reply: Reply, clock: ManualClock, response: ServerResponse): Promise<boolean> {
  return new Promise((resolve) => {
    const isNever = reply.fails === 'timeout';
    const callOff = isNever ? () => {} : clock.at(clock.now() + reply.after_ms, () => resolve(true));
    response.once('close', () => {
      callOff();
      resolve(false);
    });
  });
}

function answer(response: ServerResponse, { status, headers, body }: Reply): void {
  const isText = typeof body === 'string';
  const type = isText ? 'text/plain' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(body === undefined ? '' : isText ? body : JSON.stringify(body));
}
