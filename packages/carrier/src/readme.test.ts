import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { createReceiver } from './readme.example.ts';
import { apiKey, ok, serve } from './testing/connected-carrier.ts';
import { answerJson } from './testing/loopback.ts';
import { createSigner } from './testing/signer.ts';

it('the README shows the example that is compiled and run here', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const example = await readFile(new URL('./readme.example.ts', import.meta.url), 'utf8');
  expect(readme).toContain(`\`\`\`ts\n${example}\`\`\``);
});

it('the example answers a call of the carrier and nobody else', async () => {
  const server = await serve((response) => answerJson(response, 200, ok));
  const signer = createSigner();
  const receive = createReceiver(signer.publicKey, { apiKey, baseUrl: server.origin });
  const data = { id: 'e1', event_type: 'call.initiated', payload: { call_control_id: 'v3:abc' } };
  const rawBody = Buffer.from(JSON.stringify({ data }));
  const stamp = String(Math.floor(Date.now() / 1000));

  expect(await receive(createSigner().headers(stamp, rawBody), rawBody)).toBeNull();
  expect(await receive(signer.headers(stamp, rawBody), rawBody)).toMatchObject({ kind: 'accepted' });
  expect(server.requests.map((request) => request.path)).toEqual(['/calls/v3%3Aabc/actions/answer']);
});
