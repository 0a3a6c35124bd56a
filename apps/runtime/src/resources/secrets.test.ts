import { createCaller, manualClock } from '@gatherline/emulator';
import { expect, it } from 'vitest';
import { keptBy, toldOf } from '../testing/redaction.ts';
import { flowOf } from '../testing/flows.ts';
import { openService } from '../testing/service.ts';
import { openWebServer } from '../testing/web-server.ts';

const secret = 'hush-hush-4711-hush';
const spellings = [secret, Buffer.from(secret).toString('base64'), Buffer.from(secret).toString('hex')];

const flow = flowOf(
  {
    incoming: { type: 'start', exits: { incoming: 'look_up' } },
    look_up: {
      type: 'http_request',
      params: {
        method: 'POST',
        url: '{{ resources.crm_url }}/callers',
        query: [{ name: 'key', value: '{{ resources.crm_token }}' }],
        headers: [{ name: 'X-Api-Key', value: 'key={{ resources.crm_token }}' }],
        auth: { type: 'bearer', token: '{{ resources.crm_token }}' },
        body: { phone: '{{ call.from }}', signed: '{{ resources.crm_token }}' },
      },
      exits: { success: 'tell', http_error: 'bye', failed: 'bye' },
    },
    tell: {
      type: 'speak',
      params: { payload: 'The server says {{ nodes.look_up.body.signed }}.' },
      exits: { done: 'bye' },
    },
    bye: { type: 'hangup' },
  },
  { resources: { crm_url: { type: 'url' }, crm_token: { type: 'secret' } } },
);

it('a secret reaches the server it is meant for, and nothing else tells of it', async () => {
  // A server that says all it hears, in its body and in a header.
  const server = await openWebServer((response, { headers, body }) => {
    response.writeHead(200, { 'content-type': 'application/json', 'x-echo': headers.authorization });
    response.end(body);
  });
  const service = await openService({
    clock: manualClock(),
    allowedHosts: '127.0.0.1',
    web: { waiting: () => 0 },
  });
  await service.api('PUT', '/api/resources/crm_url', { type: 'url', value: server.url });
  await service.api('PUT', '/api/resources/crm_token', { type: 'secret', value: secret });
  await service.answerWith(flow);

  const phone = await service.line().dialIn({ from: '+13125550142', to: '+13125550100' });
  const caller = createCaller(phone);
  expect(await caller.hears('The server says')).toMatchObject({
    text: 'The server says [secret crm_token].',
  });
  await caller.hearsTheEnd();
  await service.settled();

  expect(server.seen).toMatchObject([
    {
      path: `/callers?key=${secret}`,
      headers: { authorization: `Bearer ${secret}`, 'x-api-key': `key=${secret}` },
      body: JSON.stringify({ phone: '+13125550142', signed: secret }),
    },
  ]);
  const told = Object.entries({
    ...(await toldOf(service, phone.callControlId)),
    'files in use': keptBy(service),
  });
  expect(JSON.stringify(told)).toContain('[secret crm_token]');
  for (const [place, text] of told)
    for (const spelling of spellings) expect(text, place).not.toContain(spelling);

  await service.stop();
  for (const spelling of spellings) expect(keptBy(service)).not.toContain(spelling);
});
