// What one would write in an afternoon: Express, node:crypto, a Map and undici. Nothing of it survives the process.
import { createPublicKey, verify } from 'node:crypto';
import express from 'express';
import { Pool } from 'undici';
import { z } from 'zod';

const { CARRIER = '', PUBLIC_KEY = '' } = process.env;
const prefix = Buffer.from('302a300506032b6570032100', 'hex');
const der = Buffer.concat([prefix, Buffer.from(PUBLIC_KEY, 'base64')]);
const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
const carrier = new Pool(CARRIER, { connections: 32 });
const calls = new Map<string, { state: string }>();

const webhook = z.object({
  data: z.object({ event_type: z.string(), payload: z.object({ call_control_id: z.string() }) }),
});

const answers: Readonly<Record<string, { action: string; body: object }>> = {
  'call.initiated': { action: 'answer', body: {} },
  'call.answered': { action: 'speak', body: { payload: 'Hello.', voice: 'Telnyx.KokoroTTS.af' } },
  'call.speak.ended': {
    action: 'gather_using_speak',
    body: { payload: 'Press 1.', voice: 'Telnyx.KokoroTTS.af', valid_digits: '1' },
  },
  'call.gather.ended': { action: 'hangup', body: {} },
};

const app = express();
app.post('/webhooks/telnyx', express.raw({ type: 'application/json' }), (request, response) => {
  const body: Buffer = request.body;
  const timestamp = request.get('telnyx-timestamp') ?? '';
  const signature = Buffer.from(request.get('telnyx-signature-ed25519') ?? '', 'base64');
  const isFresh = Math.abs(Date.now() / 1000 - Number(timestamp)) <= 300;
  if (!isFresh || !verify(null, Buffer.concat([Buffer.from(`${timestamp}|`), body]), key, signature)) {
    response.sendStatus(401);
    return;
  }
  const { event_type: type, payload } = webhook.parse(JSON.parse(body.toString())).data;
  calls.set(payload.call_control_id, { state: type });
  response.sendStatus(200);
  const answer = answers[type];
  if (answer !== undefined) void send(payload.call_control_id, answer);
});

async function send(id: string, { action, body }: { action: string; body: object }): Promise<void> {
  const path = `/v2/calls/${encodeURIComponent(id)}/actions/${action}`;
  const headers = { 'content-type': 'application/json', authorization: 'Bearer KEY' };
  const response = await carrier.request({ method: 'POST', path, headers, body: JSON.stringify(body) });
  await response.body.dump();
}

const server = app.listen(0, '127.0.0.1', () => {
  const { port } = z.object({ port: z.int() }).parse(server.address());
  console.log(JSON.stringify({ url: `http://127.0.0.1:${port}` }));
});
