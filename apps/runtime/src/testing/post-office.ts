import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'undici';
import { z } from 'zod';
import { openWebServer, type Seen } from './web-server.ts';

/** Stands between the carrier and the service, and can keep a webhook back or send one again. */
export interface PostOffice {
  readonly url: string;
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
  readonly body: string;
}

interface Hold {
  readonly type: string;
  readonly untilAfter: string;
  letter: Letter | null;
}

/** A post office on a port of its own, closed after the test; everything is passed on to the target. */
export async function openPostOffice(target: { readonly url: string }): Promise<PostOffice> {
  const holds: Hold[] = [];
  const passed = new Map<string, Letter>();

  async function passOn(letter: Letter): Promise<number> {
    const { headers, body, path, type } = letter;
    const answer = await request(`${target.url}${path}`, { method: 'POST', headers, body });
    await answer.body.dump();
    if (answer.statusCode < 300) passed.set(type, letter);
    return answer.statusCode;
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

  const { url } = await openWebServer(async (response, seen) => {
    response.writeHead(await receive(toLetter(seen))).end();
  });

  return {
    url,
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

const envelope = z.looseObject({ data: z.looseObject({ event_type: z.string() }) });

function toLetter({ path, headers, body }: Seen): Letter {
  const { data } = envelope.parse(JSON.parse(body));
  return { type: data.event_type, path, headers: signatureOf(headers), body };
}

/** What of a webhook's headers its receiver looks at. */
export function signatureOf(headers: IncomingHttpHeaders): Record<string, string> {
  const names = ['content-type', 'telnyx-timestamp', 'telnyx-signature-ed25519'];
  return Object.fromEntries(
    names.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]]] : [])),
  );
}
