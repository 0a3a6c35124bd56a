import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createRawServer, type Server, type Socket } from 'node:net';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { parseAllowedHosts } from '../requests/allowed-hosts.ts';
import { createRequester, type Requester, type RequesterOptions } from '../requests/requester.ts';

/** A request as a server on the web got it. */
export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface WebServer {
  readonly port: number;
  readonly url: string;
  readonly seen: readonly Seen[];
}

/** A web server on a port of this machine, closed after the test. */
export async function openWebServer(
  answer: (response: ServerResponse, seen: Seen) => void,
): Promise<WebServer> {
  const seen: Seen[] = [];
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
    seen.push(one);
    answer(response, one);
  };
  const server = createHttpServer((request, response) => void receive(request, response));
  onTestFinished(() => server.closeAllConnections());
  const port = await listen(server);
  return { port, url: `http://127.0.0.1:${port}`, seen };
}

/** A server that says what it likes to whoever connects; the answer is its port. */
export async function openRawServer(greet: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createRawServer((socket) => {
    sockets.add(socket);
    // Whoever is written to may be gone by then.
    socket.on('error', () => {});
    greet(socket);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  return listen(server);
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createRawServer();
  const port = await listen(server);
  server.close();
  await once(server, 'close');
  return port;
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return z.custom<AddressInfo>().parse(server.address()).port;
}

export interface TestRequester extends Requester {
  readonly logged: readonly string[];
  /** How long it paused between tries, in milliseconds. */
  readonly pauses: readonly number[];
}

/** A requester to which this machine is open, and which does not wait between tries; closed after the test. */
export function openRequester(
  options: Partial<RequesterOptions> & { readonly allowed?: string } = {},
): TestRequester {
  const logged: string[] = [];
  const pauses: number[] = [];
  const { allowed = '127.0.0.1', ...rest } = options;
  const requester = createRequester({
    allowedHosts: parseAllowedHosts(allowed) ?? [],
    log: pino({ level: 'trace', base: null }, { write: (line) => logged.push(line) }),
    random: () => 1,
    sleep: async (ms) => pauses.push(ms),
    ...rest,
  });
  onTestFinished(() => requester.close());
  return { ...requester, logged, pauses };
}

/** What goes with a request that holds no secret. */
export const plainly = {
  signal: new AbortController().signal,
  idempotencyKey: 'key-1',
  seal: 'seal-4711',
  secrets: async () => null,
};
