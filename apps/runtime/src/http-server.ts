import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const mostConnections = 1_000;

/** An HTTP server that nobody holds by sending slowly, or by opening connections and saying nothing. */
export function createHttpServer({ most = mostConnections } = {}): Server {
  const http = createServer({
    headersTimeout: 5_000,
    requestTimeout: 15_000,
    // How soon the two above are noticed.
    connectionsCheckingInterval: 2_000,
    // Longer than the proxies in front of it keep theirs, so that none sends into a connection that is just closing.
    keepAliveTimeout: 75_000,
  });
  limitConnections(http, most);
  return http;
}

/** One too many takes the place of the one that has been without a request for longest; where all have one, it is refused. */
function limitConnections(http: Server, most: number): void {
  const idle = new Set<Socket>();
  const open = new Set<Socket>();

  http.on('connection', (socket: Socket) => {
    if (open.size >= most) {
      const [longest] = idle;
      if (longest === undefined) {
        socket.destroy();
        return;
      }
      forget(longest);
      longest.destroy();
    }
    open.add(socket);
    idle.add(socket);
    socket.once('close', () => forget(socket));
  });
  http.prependListener('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    idle.delete(socket);
    response.once('close', () => {
      if (open.has(socket)) idle.add(socket);
    });
  });

  function forget(socket: Socket): void {
    open.delete(socket);
    idle.delete(socket);
  }
}
