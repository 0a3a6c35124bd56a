import { once } from 'node:events';
import { Server as HttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { z } from 'zod';
import { afterTheTest } from './at-end.ts';

/** Lets a server listen on a free port of this machine until the test is over; the answer is the port. */
export async function listenLocally(server: Server, atEnd = afterTheTest): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  atEnd(() => {
    if (server instanceof HttpServer) server.closeAllConnections();
    server.close();
  });
  return z.custom<AddressInfo>().parse(server.address()).port;
}

/** A port on which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listenLocally(server);
  server.close();
  await once(server, 'close');
  return port;
}
