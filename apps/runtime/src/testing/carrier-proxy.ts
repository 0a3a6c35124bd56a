import { request } from 'undici';
import type { TestCarrier } from './service.ts';
import { openWebServer } from './web-server.ts';

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** Decides what becomes of a request for this path; `send` passes it on. */
export type PassOn = (path: string, send: () => Promise<Answer>) => Promise<Answer>;

/** Stands before a carrier, in the way of everything that a service asks of it. */
export async function openCarrierProxy(carrier: TestCarrier, passOn: PassOn): Promise<TestCarrier> {
  const { url } = await openWebServer(async (response, { method, path, headers, body }) => {
    const { authorization = '', 'content-type': type = 'application/json' } = headers;
    const { status, body: answer } = await passOn(path, async () => {
      const asked = await request(`${carrier.url}${path}`, {
        method: method === 'GET' ? 'GET' : 'POST',
        headers: { authorization, 'content-type': type },
        ...(method === 'GET' ? {} : { body }),
      });
      return { status: asked.statusCode, body: await asked.body.text() };
    });
    response.writeHead(status, { 'content-type': 'application/json' }).end(answer);
  });
  return { ...carrier, url };
}
