import { setTimeout as moment } from 'node:timers/promises';
import { request } from 'undici';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { signatureOf } from './webhook-proxy.ts';
import { openWebServer, type Seen } from './web-server.ts';

const lookAgainAfterMs = 20;
const envelope = z.object({ data: z.object({ payload: z.object({ call_session_id: z.string() }) }) });

/**
 * Takes every webhook at once and passes it on until `target` takes it, however long nobody is there, those of one call
 * in order: a carrier that never gives up, so that what is lost was lost by the service.
 */
export async function openRetryingProxy(target: string): Promise<string> {
  const closing = new AbortController();
  const waitUntilUp = createWaitUntilUp(target, closing.signal);
  const lanes = new Map<string, Promise<void>>();

  async function deliver(delivery: Seen): Promise<void> {
    while (!closing.signal.aborted) {
      if (await isTaken(target, delivery, closing.signal)) return;
      await waitUntilUp();
    }
  }

  const { url } = await openWebServer((response, delivery) => {
    response.writeHead(200).end();
    const session = envelope.parse(JSON.parse(delivery.body)).data.payload.call_session_id;
    const before = lanes.get(session) ?? Promise.resolve();
    lanes.set(
      session,
      before.then(() => deliver(delivery)),
    );
  });
  onTestFinished(() => closing.abort());
  return url;
}

/** Resolves when somebody is there. One looks for all who wait, or their looking would be all that this machine does. */
function createWaitUntilUp(target: string, closing: AbortSignal): () => Promise<void> {
  let looking: Promise<void> | null = null;
  const look = async () => {
    do await moment(lookAgainAfterMs);
    while (!closing.aborted && !(await isAnswered(`${target}/healthz`, {}, closing)));
    looking = null;
  };
  return () => (looking ??= look());
}

function isTaken(target: string, { path, headers, body }: Seen, closing: AbortSignal): Promise<boolean> {
  return isAnswered(`${target}${path}`, { method: 'POST', headers: signatureOf(headers), body }, closing);
}

async function isAnswered(
  url: string,
  delivery: { method?: 'POST'; headers?: Record<string, string>; body?: string },
  signal: AbortSignal,
): Promise<boolean> {
  try {
    const answer = await request(url, { ...delivery, signal });
    await answer.body.dump();
    return answer.statusCode < 500;
  } catch {
    // Nobody is there, or was killed over it.
    return false;
  }
}
