import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'undici';
import { z } from 'zod';
import { openWebServer, type Seen } from './web-server.ts';

/** Stands between the carrier and the service, and can keep a webhook back or send one again. */
export interface WebhookProxy {
  readonly url: string;
  /** Keeps the next webhook of a type until one of the other has been passed on. */
  holdBack(type: string, untilAfter: string): void;
  /** Passes the last webhook of a type on once more; false when there was none. */
  redeliver(type: string): Promise<boolean>;
  /** A webhook that is still kept back, with what it waits for. */
  kept(): { readonly type: string; readonly untilAfter: string } | null;
}

interface Delivery {
  readonly type: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

interface Hold {
  readonly type: string;
  readonly untilAfter: string;
  delivery: Delivery | null;
}

/** A post office on a port of its own, closed after the test; everything is passed on to the target. */
export async function openWebhookProxy(target: { readonly url: string }): Promise<WebhookProxy> {
  const holds: Hold[] = [];
  const passed = new Map<string, Delivery>();

  async function passOn(delivery: Delivery): Promise<number> {
    const { headers, body, path, type } = delivery;
    const answer = await request(`${target.url}${path}`, { method: 'POST', headers, body });
    await answer.body.dump();
    if (answer.statusCode < 300) passed.set(type, delivery);
    return answer.statusCode;
  }

  async function release(after: string): Promise<void> {
    const released = holds.find(({ untilAfter }) => untilAfter === after);
    if (released === undefined) return;
    holds.splice(holds.indexOf(released), 1);
    if (released.delivery !== null) await passOn(released.delivery);
  }

  async function receive(delivery: Delivery): Promise<number> {
    const hold = holds.find(({ type, delivery: kept }) => kept === null && type === delivery.type);
    if (hold !== undefined) {
      hold.delivery = delivery;
      return 200;
    }
    const status = await passOn(delivery);
    await release(delivery.type);
    return status;
  }

  const { url } = await openWebServer(async (response, seen) => {
    response.writeHead(await receive(toDelivery(seen))).end();
  });

  return {
    url,
    holdBack: (type, untilAfter) => void holds.push({ type, untilAfter, delivery: null }),
    async redeliver(type) {
      const delivery = passed.get(type);
      if (delivery !== undefined) await passOn(delivery);
      return delivery !== undefined;
    },
    kept() {
      const hold = holds.find(({ delivery }) => delivery !== null);
      return hold === undefined ? null : { type: hold.type, untilAfter: hold.untilAfter };
    },
  };
}

const envelope = z.looseObject({ data: z.looseObject({ event_type: z.string() }) });

function toDelivery({ path, headers, body }: Seen): Delivery {
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
