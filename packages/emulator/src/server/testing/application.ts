import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { z } from 'zod';

/** A webhook as it came in. */
type Delivered = { body: string; headers: IncomingHttpHeaders; status: number };

const envelope = z.object({
  data: z.object({
    id: z.string(),
    event_type: z.string(),
    occurred_at: z.string(),
    payload: z.record(z.string(), z.json()),
  }),
  meta: z.object({ attempt: z.int(), delivered_to: z.string() }),
});

export type Envelope = z.infer<typeof envelope>;

/** An application that takes webhooks over HTTP. `answer` gives the status; it may take its time. */
export async function createApplication(answer: (event: Envelope) => number | Promise<number> = () => 200) {
  const delivered: Delivered[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      void take(body, request.headers, response);
    });
  });

  async function take(body: string, headers: IncomingHttpHeaders, response: ServerResponse): Promise<void> {
    const status = await answer(envelope.parse(JSON.parse(body)));
    delivered.push({ body, headers, status });
    response.writeHead(status).end();
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}/webhooks/telnyx`,
    delivered,
    events: () => delivered.map(({ body }) => envelope.parse(JSON.parse(body))),
    types: () => delivered.map(({ body }) => envelope.parse(JSON.parse(body)).data.event_type),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

export type Application = Awaited<ReturnType<typeof createApplication>>;
