import nacl from 'tweetnacl';
import { describe, expect, it } from 'vitest';
import { startChild } from './testing/child.ts';
import { ask } from './testing/database.ts';
import { flowOf, greetingFlow } from './testing/flows.ts';
import { flowsFolder } from './testing/flows-folder.ts';
import { openCarrier, sign } from './testing/service.ts';
import { openSlowServer } from './testing/slow-server.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { arrival } from './testing/webhooks.ts';

describe('a service that is told to stop', { timeout: 60_000 }, () => {
  it('takes nothing new, finishes what is in hand, and leaves with 0', async () => {
    const carrier = await openSlowServer();
    const keys = nacl.sign.keyPair();
    const DATA_DIR = temporaryFolder();
    const child = startChild({
      PORT: '0',
      DATA_DIR,
      FLOWS_DIR: flowsFolder([greetingFlow()]),
      TELNYX_API_KEY: 'KEY',
      TELNYX_PUBLIC_KEY: Buffer.from(keys.publicKey).toString('base64'),
      TELNYX_API_BASE: `${carrier.url}/v2`,
    });
    const url = await child.listening;

    const body = JSON.stringify(arrival());
    const headers = { 'content-type': 'application/json', ...sign(body, keys.secretKey) };
    const delivered = await fetch(`${url}/webhooks/telnyx`, { method: 'POST', headers, body });
    expect(delivered.status).toBe(200);
    await carrier.isAsked();

    child.process.kill('SIGTERM');
    await expect.poll(() => child.stdout()).toContain('finishing what is in hand');
    await expect(fetch(`${url}/healthz`)).rejects.toThrow('fetch failed');
    carrier.answer({ data: { result: 'ok' } });
    expect(await child.exited).toEqual({ code: 0, signal: null });

    expect(ask(DATA_DIR, 'SELECT * FROM outbox')).toEqual([]);
    expect(ask(DATA_DIR, 'SELECT state, node FROM calls')).toEqual([{ state: 'ringing', node: 'incoming' }]);
  });

  it('waits for the answer of a server that is being asked', async () => {
    const server = await openSlowServer();
    const carrier = await openCarrier();
    const DATA_DIR = temporaryFolder();
    const child = startChild({
      PORT: '0',
      DATA_DIR,
      FLOWS_DIR: flowsFolder([booking()], { crm: server.url }),
      HTTP_ALLOWED_HOSTS: '127.0.0.1',
      TELNYX_API_KEY: 'KEY',
      TELNYX_PUBLIC_KEY: carrier.emulator.publicKey,
      TELNYX_API_BASE: `${carrier.url}/v2`,
    });
    carrier.target.url = await child.listening;
    await carrier.emulator.line().dialIn({ from: '+13125550142', to: '+13125550100' });
    await server.isAsked();

    child.process.kill('SIGTERM');
    await expect.poll(() => child.stdout()).toContain('finishing what is in hand');
    server.answer({ id: 7 });
    expect(await child.exited).toEqual({ code: 0, signal: null });
    expect(ask(DATA_DIR, 'SELECT node FROM calls')).toEqual([{ node: 'booked' }]);
    expect(ask(DATA_DIR, "SELECT * FROM outbox WHERE command LIKE '%http_request%'")).toEqual([]);
  });
});

/** A flow that books something at a server, and then waits. */
function booking() {
  const nodes = {
    incoming: { type: 'start', exits: { incoming: 'book' } },
    book: {
      type: 'http_request',
      params: { method: 'POST', url: '{{ resources.crm }}/bookings' },
      exits: { success: 'booked', http_error: 'bye', failed: 'bye' },
    },
    booked: { type: 'wait', params: { seconds: 60 }, exits: { done: 'bye' } },
    bye: { type: 'hangup' },
  };
  return flowOf(nodes, { resources: { crm: { type: 'url' } } });
}
