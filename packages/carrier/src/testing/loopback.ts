import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Loopback {
  readonly origin: string;
  readonly requests: readonly ReceivedRequest[];
  connectionCount(): number;
  close(): Promise<void>;
}

/** A server on a free port of this machine; `answer` gets each request with its number, from 0. */
export async function startLoopback(
  answer: (response: ServerResponse, index: number, request: ReceivedRequest) => void,
): Promise<Loopback> {
  const requests: ReceivedRequest[] = [];
  let connections = 0;
  const receive = async (incoming: IncomingMessage, response: ServerResponse) => {
    const request = {
      method: incoming.method ?? '',
      path: incoming.url ?? '',
      headers: incoming.headers,
      body: await buffer(incoming),
    };
    requests.push(request);
    answer(response, requests.length - 1, request);
  };
  const server = createServer((incoming, response) => void receive(incoming, response));
  server.on('connection', () => {
    connections += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The loopback server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    connectionCount: () => connections,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}
