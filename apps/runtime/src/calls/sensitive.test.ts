import { createCaller, manualClock } from '@gatherline/emulator';
import { describe, expect, it } from 'vitest';
import { toldOf } from '../testing/redaction.ts';
import { ask } from '../testing/database.ts';
import { flowOf } from '../testing/flows.ts';
import { openService, type TestService } from '../testing/service.ts';
import { openWebServer } from '../testing/web-server.ts';

const pin = '739164';
const spellings = [pin, pin.split('').join(', '), btoa(pin)];

const flow = flowOf(
  {
    incoming: { type: 'start', exits: { incoming: 'ask' } },
    ask: {
      type: 'gather_using_speak',
      params: { payload: 'Your PIN, please.', sensitive: true, maximum_digits: 6 },
      exits: { collected: 'keep', no_input: 'bye', invalid: 'bye' },
    },
    keep: {
      type: 'set_variables',
      params: {
        variables: [
          { name: 'entered', value: 'PIN {{ nodes.ask.digits }}' },
          { name: 'number', value: '{{ nodes.ask.digits | plus: 0 }}' },
          { name: 'spelled', value: '{{ nodes.ask.digits | split: "" | join: ", " }}' },
          { name: 'encoded', value: '{{ nodes.ask.digits | base64_encode }}' },
        ],
      },
      exits: { done: 'check' },
    },
    check: {
      type: 'http_request',
      params: {
        method: 'POST',
        url: '{{ resources.bank }}/pins',
        body: { pin: '{{ nodes.ask.digits }}' },
      },
      exits: { success: 'tell', http_error: 'bye', failed: 'bye' },
    },
    tell: { type: 'speak', params: { payload: 'Thank you.' }, exits: { done: 'bye' } },
    bye: { type: 'hangup' },
  },
  { resources: { bank: { type: 'url' } } },
);

async function enterPin() {
  const bank = await openWebServer((response, { body }) => response.end(`Checked ${body}.`));
  const service = await openService({
    clock: manualClock(),
    allowedHosts: '127.0.0.1',
    web: { waiting: () => 0 },
  });
  await service.api('PUT', '/api/resources/bank', { type: 'url', value: bank.url });
  await service.answerWith(flow);
  const phone = await service.line().dialIn({ from: '+13125550142', to: '+13125550100' });
  const caller = createCaller(phone);
  await caller.hears('Your PIN');
  await caller.presses(pin);
  await caller.beginsToHear('Thank you.');
  return { bank, service, caller, id: phone.callControlId };
}

/** What the store holds of a call, as text. */
function stored({ dataDir }: TestService, callId: string): string {
  const questions = [
    'SELECT call FROM calls WHERE id = ?',
    'SELECT entry FROM trace WHERE call = ?',
    'SELECT command FROM outbox WHERE call = ?',
  ];
  return JSON.stringify(questions.map((question) => ask(dataDir, question, callId)));
}

describe('what a caller enters in confidence', () => {
  it('reaches the server that checks it', async () => {
    const { bank } = await enterPin();
    expect(bank.seen).toMatchObject([{ path: '/pins', body: JSON.stringify({ pin }) }]);
  });

  it('stands in no answer, trace, log or stream, while the call goes on and when it is over', async () => {
    const { service, caller, id } = await enterPin();
    const path = `/api/calls/${encodeURIComponent(id)}`;
    const during = JSON.stringify(await service.api('GET', path)) + service.logged.join('');
    expect(during).toContain('••••');
    for (const spelling of spellings) expect(during).not.toContain(spelling);

    await caller.hearsTheEnd();
    await service.settled();
    const told = await toldOf(service, id);
    for (const [place, text] of Object.entries(told))
      for (const spelling of spellings) expect(text, place).not.toContain(spelling);
  });

  it('is gone from the stored call when that is over', async () => {
    const { service, caller, id } = await enterPin();
    expect(stored(service, id)).toContain(pin);
    await caller.hearsTheEnd();
    await service.settled();
    expect((await service.call(id)).call).toMatchObject({ state: 'ended', node: null });
    for (const spelling of spellings) expect(stored(service, id)).not.toContain(spelling);
  });
});
