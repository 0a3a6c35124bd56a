import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Json } from '@gatherline/flow';

/** Somebody's own server on this machine: it keeps what it is sent, and answers as it is told. */
export interface BookingDesk {
  readonly url: string;
  /** The bodies that were posted to /book, in their order. */
  readonly bookings: readonly Json[];
  answerWith(status: number, body: Json): void;
  close(): Promise<void>;
}

export async function openBookingDesk(): Promise<BookingDesk> {
  const bookings: Json[] = [];
  let answer: { status: number; body: Json } = { status: 200, body: {} };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const isBooking = request.method === 'POST' && request.url === '/book';
      if (isBooking) bookings.push(JSON.parse(Buffer.concat(chunks).toString('utf8')));
      response.writeHead(isBooking ? answer.status : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(isBooking ? answer.body : {}));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    bookings,
    answerWith: (status, body) => {
      answer = { status, body };
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
