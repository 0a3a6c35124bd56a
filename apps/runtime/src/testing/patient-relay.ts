import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { setTimeout as moment } from 'node:timers/promises';
import { request as ask } from 'undici';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

const againAfterMs = 20;

/**
 * Passes webhooks on to `target` until they are taken, however long nobody is there: a carrier that never gives up, so
 * that what is lost was lost by the service. The carrier behind it may well send one again meanwhile.
 */
export async function openPatientRelay(target: string): Promise<string> {
  const closing = new AbortController();
  const relay = async (request: IncomingMessage, response: ServerResponse) => {
    const body = Buffer.concat(await request.toArray());
    const letter = { body, headers: signatureOf(request) };
    response.writeHead(await passOn(`${target}${request.url}`, letter, closing.signal)).end();
  };
  const server = createServer((request, response) => void relay(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    closing.abort();
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${z.custom<AddressInfo>().parse(server.address()).port}`;
}

interface Letter {
  readonly body: Buffer;
  readonly headers: Record<string, string>;
}

async function passOn(url: string, letter: Letter, closing: AbortSignal): Promise<number> {
  while (!closing.aborted) {
    try {
      const { statusCode, body } = await ask(url, { method: 'POST', ...letter, signal: closing });
      await body.dump();
      if (statusCode < 500) return statusCode;
    } catch {
      // Nobody is there, or was killed over it.
    }
    await moment(againAfterMs);
  }
  return 503;
}

function signatureOf({ headers }: IncomingMessage): Record<string, string> {
  const names = ['content-type', 'telnyx-timestamp', 'telnyx-signature-ed25519'];
  return Object.fromEntries(names.map((name) => [name, String(headers[name])]));
}
