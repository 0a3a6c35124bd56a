import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { writeFlow } from '@gatherline/flow';
import nacl from 'tweetnacl';
import { expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { startChild } from './testing/child.ts';
import { greetingFlow } from './testing/flows.ts';
import { sign } from './testing/service.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { arrival } from './testing/webhooks.ts';

/** A carrier that takes its time: each request waits until it is answered here. */
async function openSlowCarrier() {
  const asked: ServerResponse[] = [];
  const server = createServer((_request, response) => {
    asked.push(response);
    server.emit('asked');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = z.custom<AddressInfo>().parse(server.address());
  return {
    url: `http://127.0.0.1:${port}/v2`,
    async isAsked() {
      if (asked.length === 0) await once(server, 'asked');
    },
    answer() {
      const response = asked.shift();
      response?.setHeader('content-type', 'application/json');
      response?.end('{"data":{"result":"ok"}}');
    },
  };
}

it('a service that is told to stop takes nothing new, finishes what is in hand, and leaves with 0', async () => {
  const carrier = await openSlowCarrier();
  const keys = nacl.sign.keyPair();
  const [DATA_DIR, FLOWS_DIR] = [temporaryFolder(), temporaryFolder()];
  writeFileSync(join(FLOWS_DIR, 'greeting.flow.json'), writeFlow(greetingFlow()));
  writeFileSync(join(FLOWS_DIR, 'gatherline.json'), '{ "default_flow": "greeting" }');
  const child = startChild({
    PORT: '0',
    DATA_DIR,
    FLOWS_DIR,
    TELNYX_API_KEY: 'KEY',
    TELNYX_PUBLIC_KEY: Buffer.from(keys.publicKey).toString('base64'),
    TELNYX_API_BASE: carrier.url,
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
  carrier.answer();
  expect(await child.exited).toEqual({ code: 0, signal: null });

  const database = new DatabaseSync(join(DATA_DIR, 'gatherline.sqlite'), { readOnly: true });
  onTestFinished(() => database.close());
  expect(database.prepare('SELECT count(*) AS waiting FROM outbox').get()).toEqual({ waiting: 0 });
  expect(database.prepare('SELECT state, node FROM calls').all()).toEqual([
    { state: 'ringing', node: 'incoming' },
  ]);
});
