import { createCaller, manualClock } from '@gatherline/emulator';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { flowOf, greetingFlow } from '../../testing/flows.ts';
import { letPass, openCarrier, openService, type TestService } from '../../testing/service.ts';
import { openWebServer } from '../../testing/web-server.ts';
import { webhook } from '../../testing/webhooks.ts';

const request = { flow: 'greeting', to: '+13125550177', from: '+13125550100', connection_id: '7' };
const placed = z.object({ call_control_id: z.string() });

async function open() {
  const clock = manualClock();
  const flow = greetingFlow({ variables: { name: 'nobody' } });
  return { clock, service: await openService({ flow, clock }) };
}

async function place(service: TestService, more: object = {}): Promise<string> {
  const { status, body } = await service.api('POST', '/api/calls', { ...request, ...more });
  expect(status).toBe(201);
  return placed.parse(body).call_control_id;
}

describe('a call that is placed', () => {
  it('leads whoever answers through the flow, with the values that came with it', async () => {
    const { clock, service } = await open();
    const id = await place(service, { variables: { name: 'Ana' } });
    await service.settled();
    expect((await service.call(id)).call).toMatchObject({
      state: 'ringing',
      direction: 'outgoing',
      visit: 1,
    });

    await letPass(service, clock, 2500);
    const phone = service.line().phoneAt(request.to);
    if (phone === null) throw new Error('The carrier has not rung there.');
    await createCaller(phone).hears('Hello.');
    await service.settled();
    const { call, version, test } = await service.call(id);
    expect({ call, version, test }).toMatchObject({
      call: { state: 'answered', variables: { name: 'Ana' }, to: '+13125550177', from: '+13125550100' },
      version: 1,
      test: false,
    });
  });

  it('ends when nobody answers', async () => {
    const { clock, service } = await open();
    await service.line().script({ parties: { [request.to]: { busy: true } } });
    const id = await place(service);
    await letPass(service, clock, 10_000);
    expect((await service.call(id)).call).toMatchObject({ state: 'ended', hangup: { cause: 'user_busy' } });
  });

  it('is refused with the reason when the carrier refuses it', async () => {
    const { service } = await open();
    const faults = [
      { action: 'dial', status: 403, code: '90041', title: 'Channel limit exceeded', times: 1 },
    ];
    await service.line().script({ faults });
    const answer = await service.api('POST', '/api/calls', request);
    expect(answer).toMatchObject({ status: 422, body: { error: { code: 'carrier_refused' } } });
    expect(JSON.stringify(answer.body)).toContain('Channel limit exceeded');
    expect(service.rows('calls')).toBe(0);
  });

  it('needs a published flow and a connection', async () => {
    const { service } = await open();
    const unknown = await service.api('POST', '/api/calls', { ...request, flow: 'nobody' });
    expect(unknown).toMatchObject({ status: 404, body: { error: { code: 'no_such_flow' } } });
    await service.api('POST', '/api/flows', { flow: greetingFlow({ id: 'draft_only' }) });
    const draft = await service.api('POST', '/api/calls', { ...request, flow: 'draft_only' });
    expect(draft).toMatchObject({ status: 409, body: { error: { code: 'not_published' } } });
    const { connection_id: _none, ...without } = request;
    const homeless = await service.api('POST', '/api/calls', without);
    expect(homeless).toMatchObject({ status: 422, body: { error: { code: 'connection_needed' } } });
  });
});

describe('a call that is placed with machine detection', () => {
  const reminder = flowOf({
    begin: {
      type: 'start',
      params: { answering_machine_detection: 'premium', wait_for_greeting: true },
      exits: { human: 'talk', machine: 'leave' },
    },
    talk: {
      type: 'speak',
      params: { payload: 'Hello {{ vars.name }}, shall we see you at {{ vars.time }}?' },
      exits: { done: 'bye' },
    },
    leave: {
      type: 'speak',
      params: { payload: 'A message for {{ vars.name }}: please call us.' },
      exits: { done: 'bye' },
    },
    bye: { type: 'hangup' },
  });

  it.each([
    ['a person', {}, 'Hello Ana, shall we see you at 9?'],
    [
      'a machine, after its greeting',
      { machine: true, greetsForMs: 4000 },
      'A message for Ana: please call us.',
    ],
  ])('tells %s what came with the call', async (_, party, words) => {
    const service = await openService({ flow: reminder, clock: manualClock() });
    await service.line().script({ parties: { [request.to]: party } });
    await place(service, { flow: 'example', variables: { name: 'Ana', time: 9 } });
    const phone = service.line().phoneAt(request.to);
    if (phone === null) throw new Error('The carrier has not rung there.');
    const caller = createCaller(phone);
    expect(await caller.hears(words)).toMatchObject({ text: words });
    expect(await caller.hearsTheEnd()).toMatchObject({ cause: 'normal_clearing' });
  });
});

it('events that outrun the answer to the dial find their call by the client_state that was sent', async () => {
  const early = await openCarrier();
  const dials: unknown[] = [];
  // A carrier that tells of the call, and of its end, before it answers the request that made it.
  const { url } = await openWebServer(async (response, { body }) => {
    const dial: unknown = JSON.parse(body);
    dials.push(dial);
    const { client_state } = z.object({ client_state: z.string() }).parse(dial);
    const leg = { call_control_id: 'v3:dialled', direction: 'outgoing', client_state };
    const told = [
      await service.deliver(webhook('call.initiated', leg)),
      await service.deliver(
        webhook('call.hangup', { ...leg, hangup_cause: 'user_busy', hangup_source: 'callee' }),
      ),
    ];
    expect(told.map(({ status }) => status)).toEqual([200, 200]);
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({ data: { call_control_id: 'v3:dialled', call_leg_id: 'l', call_session_id: 's' } }),
    );
  });
  const service = await openService({ flow: greetingFlow(), carrier: { ...early, url } });
  expect(await place(service)).toBe('v3:dialled');
  const { call, trace } = await service.call('v3:dialled');
  expect(call).toMatchObject({ state: 'ended', direction: 'outgoing' });
  expect(trace.map(({ kind }) => kind)).toEqual([
    'received',
    'began',
    'entered',
    'waiting',
    'received',
    'ended',
  ]);
  expect([dials.length, service.rows('calls')]).toEqual([1, 1]);
});
