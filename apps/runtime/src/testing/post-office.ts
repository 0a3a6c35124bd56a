import { createServer, type IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { z } from 'zod';

/** Stands between the carrier and the service, and can keep a webhook back or send one again. */
export interface PostOffice {
  readonly url: string;
  /** Where everything is passed on to. */
  readonly target: { url: string };
  /** Keeps the next webhook of a type until one of the other has been passed on. */
  holdBack(type: string, untilAfter: string): void;
  /** Passes the last webhook of a type on once more; false when there was none. */
  redeliver(type: string): Promise<boolean>;
  /** A webhook that is still kept back, with what it waits for. */
  kept(): { readonly type: string; readonly untilAfter: string } | null;
}

interface Letter {
  readonly type: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: Buffer;
}

interface Hold {
  readonly type: string;
  readonly untilAfter: string;
  letter: Letter | null;
}

const envelope = z.looseObject({ data: z.looseObject({ event_type: z.string() }) });

/** A post office on a port of its own, closed after the test. */
export async function openPostOffice(): Promise<PostOffice> {
  const target = { url: 'http://127.0.0.1:9' };
  const holds: Hold[] = [];
  const passed = new Map<string, Letter>();

  async function passOn(letter: Letter): Promise<number> {
    const { headers, body, path, type } = letter;
    const response = await fetch(`${target.url}${path}`, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
    });
    await response.arrayBuffer();
    if (response.ok) passed.set(type, letter);
    return response.status;
  }

  async function release(after: string): Promise<void> {
    const released = holds.find(({ letter, untilAfter }) => letter !== null && untilAfter === after);
    if (released?.letter == null) return;
    holds.splice(holds.indexOf(released), 1);
    await passOn(released.letter);
  }

  async function receive(letter: Letter): Promise<number> {
    const hold = holds.find(({ type, letter: kept }) => kept === null && type === letter.type);
    if (hold !== undefined) {
      hold.letter = letter;
      return 200;
    }
    const status = await passOn(letter);
    await release(letter.type);
    return status;
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const { data } = envelope.parse(JSON.parse(body.toString()));
      const letter = {
        type: data.event_type,
        path: request.url ?? '/',
        headers: signatureOf(request.headers),
        body,
      };
      void receive(letter).then((status) => response.writeHead(status).end());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The post office does not listen.');

  return {
    url: `http://127.0.0.1:${address.port}`,
    target,
    holdBack: (type, untilAfter) => void holds.push({ type, untilAfter, letter: null }),
    async redeliver(type) {
      const letter = passed.get(type);
      if (letter !== undefined) await passOn(letter);
      return letter !== undefined;
    },
    kept() {
      const hold = holds.find(({ letter }) => letter !== null);
      return hold === undefined ? null : { type: hold.type, untilAfter: hold.untilAfter };
    },
  };
}

function signatureOf(headers: IncomingHttpHeaders): Record<string, string> {
  const names = ['content-type', 'telnyx-timestamp', 'telnyx-signature-ed25519'];
  return Object.fromEntries(
    names.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : [])),
  );
}
