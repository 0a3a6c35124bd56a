import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'undici';
import { z } from 'zod';

/** The events of one short call that each make the application send one command; the hang-up comes after them. */
const events = ['call.initiated', 'call.answered', 'call.speak.ended', 'call.gather.ended'] as const;

export const commandsPerCall = events.length;

/** A carrier that sends one call after the other and measures how long each command takes to come. */
export interface BenchCarrier {
  readonly url: string;
  readonly publicKey: string;
  /** Leads `calls` calls, `atOnce` at a time; the answer is how long each command took, in milliseconds. */
  lead(target: string, calls: number, atOnce: number): Promise<readonly number[]>;
  close(): Promise<void>;
}

const command = z.object({ client_state: z.string().optional() });

type Arrived = (clientState: string | null) => void;

export async function openBenchCarrier(): Promise<BenchCarrier> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const expected = new Map<string, Arrived>();
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const text = (await request.toArray()).join('') || '{}';
    const body = command.parse(JSON.parse(text));
    response.setHeader('content-type', 'application/json');
    response.end('{"data":{"result":"ok"}}');
    const id = decodeURIComponent((request.url ?? '').split('/')[3] ?? '');
    expected.get(id)?.(body.client_state ?? null);
  };
  const server = createServer((request, response) => void take(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  const pools = new Map<string, Pool>();

  return {
    url: `http://127.0.0.1:${port}`,
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64'),
    async lead(target, calls, atOnce) {
      const pool = pools.get(target) ?? new Pool(target, { connections: atOnce });
      pools.set(target, pool);
      const tookMs: number[] = [];
      let left = calls;
      const leadSome = async () => {
        for (; left > 0; ) {
          left -= 1;
          await leadCall({ pool, privateKey, expected, tookMs });
        }
      };
      await Promise.all(Array.from({ length: atOnce }, leadSome));
      return tookMs;
    },
    async close() {
      for (const pool of pools.values()) await pool.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}

interface Leading {
  readonly pool: Pool;
  readonly privateKey: KeyObject;
  readonly expected: Map<string, Arrived>;
  readonly tookMs: number[];
}

async function leadCall({ pool, privateKey, expected, tookMs }: Leading): Promise<void> {
  const id = `v3:${crypto.randomUUID()}`;
  const session = crypto.randomUUID();
  let clientState: string | null = null;
  for (const type of events) {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    expected.set(id, resolve);
    const body = JSON.stringify(webhook(type, { id, session, clientState }));
    const begin = performance.now();
    await deliver(pool, body, privateKey);
    clientState = await promise;
    tookMs.push(performance.now() - begin);
  }
  expected.delete(id);
  await deliver(pool, JSON.stringify(webhook('call.hangup', { id, session, clientState })), privateKey);
}

async function deliver(pool: Pool, body: string, privateKey: KeyObject): Promise<void> {
  const headers = { 'content-type': 'application/json', ...signatureOf(body, privateKey) };
  const answer = await pool.request({ method: 'POST', path: '/webhooks/telnyx', headers, body });
  await answer.body.dump();
  if (answer.statusCode !== 200) throw new Error(`A webhook was answered with ${answer.statusCode}.`);
}

function webhook(type: string, leg: { id: string; session: string; clientState: string | null }) {
  return {
    data: {
      record_type: 'event',
      event_type: type,
      id: crypto.randomUUID(),
      occurred_at: new Date().toISOString(),
      payload: {
        call_control_id: leg.id,
        call_leg_id: leg.session,
        call_session_id: leg.session,
        client_state: leg.clientState,
        connection_id: '7',
        direction: 'incoming',
        from: '+13125550142',
        to: '+13125550100',
        ...(type === 'call.gather.ended' ? { status: 'valid', digits: '1' } : {}),
        ...(type === 'call.speak.ended' ? { status: 'completed' } : {}),
      },
    },
    meta: { attempt: 1 },
  };
}

function signatureOf(body: string, privateKey: KeyObject): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = sign(null, Buffer.from(`${timestamp}|${body}`), privateKey).toString('base64');
  return { 'telnyx-timestamp': timestamp, 'telnyx-signature-ed25519': signature };
}
