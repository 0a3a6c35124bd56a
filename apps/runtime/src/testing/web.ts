import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Conversation, HttpExchange } from '@gatherline/conversations';
import type { ManualClock } from '@gatherline/emulator';
import { isMeant } from '@gatherline/engine/testing';
import { onTestFinished } from 'vitest';

/** The servers beyond a flow, on one port of this machine: they answer as the conversation says, in its time. */
export interface Web {
  /** Host and port, for the list of those that flows may reach. */
  readonly host: string;
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
  const asked = new Map<HttpExchange, number>();
  let waiting = 0;

  function replyTo(request: object): Reply | undefined {
    const exchange = http.find(({ request: expected }) =>
      isMeant(expected, JSON.parse(JSON.stringify(request))),
    );
    if (exchange === undefined) return undefined;
    const times = asked.get(exchange) ?? 0;
    asked.set(exchange, times + 1);
    return exchange.replies[Math.min(times, exchange.replies.length - 1)];
  }

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = await text(request);
    const [, index = '0', path = ''] = /^\/~(\d+)(.*)$/.exec(request.url ?? '') ?? [];
    const url = `${origins[Number(index)] ?? ''}${path}`;
    const reply = replyTo({ method: request.method, url, body: sent === '' ? null : JSON.parse(sent) });
    if (reply === undefined || reply.fails === 'refused') return void request.socket.destroy();
    const patience = new AbortController();
    response.once('close', () => patience.abort());
    waiting += 1;
    await untilItAnswers(reply, patience.signal);
    waiting -= 1;
    if (!patience.signal.aborted) answer(response, reply);
  }

  /** Resolves when its time has come, or nobody waits for it any more. */
  function untilItAnswers({ fails, after_ms: ms }: Reply, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const callOff = fails === 'timeout' ? () => {} : clock.at(clock.now() + ms, resolve);
      signal.addEventListener('abort', () => {
        callOff();
        resolve();
      });
    });
  }

  const server = createServer((request, response) => void receive(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The web does not listen.');
  const host = `127.0.0.1:${address.port}`;
  const places = origins.map((origin, index) => [origin, `http://${host}/~${index}`] as const);

  return {
    host,
    toHere: (words) => places.reduce((changed, [there, here]) => changed.replaceAll(there, here), words),
    fromHere: (words) => places.reduce((changed, [there, here]) => changed.replaceAll(here, there), words),
    waiting: () => waiting,
  };
}

function answer(response: ServerResponse, { status, headers, body }: Reply): void {
  const isText = typeof body === 'string';
  const type = isText ? 'text/plain' : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(body === undefined ? '' : isText ? body : JSON.stringify(body));
}
