import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createRawServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { listenLocally } from './local-server.ts';

/** A request as a server got it. */
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
  answer: (response: ServerResponse, seen: Seen) => unknown,
): Promise<WebServer> {
  const seen: Seen[] = [];
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const one = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
    seen.push(one);
    await answer(response, one);
  };
  const port = await listenLocally(createHttpServer((request, response) => void receive(request, response)));
  return { port, url: `http://127.0.0.1:${port}`, seen };
}

/** A server that says what it likes to whoever connects; the answer is its port. */
export async function openRawServer(greet: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  return listenLocally(
    createRawServer((socket) => {
      sockets.add(socket);
      // Whoever is written to may be gone by then.
      socket.on('error', () => {});
      greet(socket);
    }),
  );
}
