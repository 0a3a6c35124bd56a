import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { carrierAtHand } from './testing/carrier-at-hand.ts';

const opened = z.object({ call_control_id: z.string() });
const call = { from: '+13125550100', to: '+13125550111' };

describe('the control API', () => {
  it('lets a person call, act and hear', async () => {
    const { action, application, ask, emulator, url } = await carrierAtHand();
    const { status, body } = await ask('POST', '/emulator/calls', { ...call, client_state: 'YQ==' });
    expect(status).toBe(201);
    const { call_control_id: id } = opened.parse(body);
    const path = `/emulator/calls/${encodeURIComponent(id)}`;
    await action(id, 'answer');
    await action(id, 'gather');
    expect(await ask('POST', `${path}/acts`, { kind: 'press', digits: '1#' })).toMatchObject({ status: 204 });
    const stream = await fetch(`${url}${path}/heard`, { headers: { authorization: 'Bearer KEY' } });
    await ask('POST', `${path}/acts`, { kind: 'hang_up' });
    const text = await stream.text();
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect([...text.matchAll(/"kind":"(\w+)"/g)].map(([, kind]) => kind)).toEqual([
      'ringing',
      'answered',
      'hung_up',
    ]);
    await emulator.idle();
    expect(application.types()).toEqual([
      'call.initiated',
      'call.answered',
      'call.dtmf.received',
      'call.dtmf.received',
      'call.gather.ended',
      'call.hangup',
    ]);
  });

  it('tells the public key and the commands accepted', async () => {
    const { action, ask, dialIn, emulator } = await carrierAtHand();
    const id = await dialIn();
    await action(id, 'answer', { command_id: 'c1' });
    expect(await ask('GET', '/emulator/public-key')).toEqual({
      status: 200,
      body: { public_key: emulator.publicKey },
    });
    expect(await ask('GET', '/emulator/commands')).toEqual({
      status: 200,
      body: { data: [{ call_control_id: id, action: 'answer', command_id: 'c1', repeat: false }] },
    });
  });

  it('tells the text messages that went out, as the line does', async () => {
    const { ask, emulator } = await carrierAtHand();
    const message = { from: '+13125550111', to: '+13125550100', text: 'Your code is 4711.' };
    expect(await ask('POST', '/v2/messages', { ...message, to: 'nobody' })).toMatchObject({
      status: 400,
      body: { errors: [{ code: '40310', source: { pointer: '/to' } }] },
    });
    expect(await ask('POST', '/v2/messages', message)).toMatchObject({ status: 200 });
    expect(await ask('GET', '/emulator/texts')).toMatchObject({ status: 200, body: { data: [message] } });
    expect(emulator.line().texts()).toMatchObject([message]);
  });

  it('changes the script', async () => {
    const { action, ask, dialIn } = await carrierAtHand();
    const fault = { action: 'answer', status: 500, code: '10007', title: 'Unexpected error', times: 1 };
    expect(await ask('PUT', '/emulator/script', { faults: [fault] })).toMatchObject({ status: 204 });
    const id = await dialIn();
    expect((await action(id, 'answer')).status).toBe(500);
    expect((await action(id, 'answer')).status).toBe(200);
  });

  it('puts agents behind a queue, and recordings into trouble', async () => {
    const { action, application, ask, clock, dialIn, emulator } = await carrierAtHand();
    const change = {
      queues: { support: { answersAfterMs: 5000, hangsUpAfterMs: 9000 } },
      recording: { reason: 'Unsupported backend', times: 1 },
    };
    expect(await ask('PUT', '/emulator/script', change)).toMatchObject({ status: 204 });
    const id = await dialIn();
    await action(id, 'answer');
    await action(id, 'record_start', { channels: 'single', format: 'wav' });
    await action(id, 'enqueue', { queue_name: 'support' });
    while (!application.types().includes('call.recording.error') && clock.advanceToNextDue())
      await emulator.idle();
    expect(application.types()).toEqual([
      'call.initiated',
      'call.answered',
      'call.enqueued',
      'call.dequeued',
      'call.bridged',
      'call.hangup',
      'call.recording.error',
    ]);
    const unheardOf = { recording: { reason: 'Rain', times: 1 } };
    expect(await ask('PUT', '/emulator/script', unheardOf)).toMatchObject({ status: 422 });
  });

  it('puts machines and people behind numbers, and assistants into trouble', async () => {
    const { action, ask, clock, dialIn, emulator, application } = await carrierAtHand();
    const change = {
      parties: { '+13125550199': { machine: true, greetsForMs: 4000, beeps: false, answersAfterMs: 1000 } },
      assistant: { reason: 'llm_error', afterMs: 300, times: 1 },
    };
    expect(await ask('PUT', '/emulator/script', change)).toMatchObject({ status: 204 });
    const id = await dialIn();
    await action(id, 'answer');
    await action(id, 'ai_assistant_start', { assistant: { id: 'assistant-1' } });
    await action(id, 'transfer', { to: '+13125550199', answering_machine_detection: 'greeting_end' });
    while (!application.types().includes('call.machine.greeting.ended') && clock.advanceToNextDue()) {
      await emulator.idle();
    }
    const told = application.events().map(({ data: { event_type: type, payload } }) => ({ type, payload }));
    expect(told).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          type: 'call.conversation.ended',
          payload: expect.objectContaining({ reason: 'llm_error' }),
        }),
        expect.objectContaining({
          type: 'call.machine.greeting.ended',
          payload: expect.objectContaining({ result: 'ended' }),
        }),
      ]),
    );
  });

  it('refuses what it does not understand, with a sentence', async () => {
    const { ask, dialIn } = await carrierAtHand();
    const path = `/emulator/calls/${encodeURIComponent(await dialIn())}`;
    for (const [method, at, body] of [
      ['POST', '/emulator/calls', { from: '+13125550100' }],
      ['POST', `${path}/acts`, { kind: 'sing' }],
      ['POST', `${path}/acts`, { kind: 'press', digits: 'x' }],
      ['PUT', '/emulator/script', { parties: { '+1': { hums: true } } }],
      ['PUT', '/emulator/script', { parties: { '+1': { presses: 'one' } } }],
      ['PUT', '/emulator/script', { assistant: { reason: '', afterMs: 0, times: 1 } }],
    ] as const) {
      expect(await ask(method, at, body)).toMatchObject({
        status: 422,
        body: { errors: [{ code: '10015' }] },
      });
    }
    expect(await ask('POST', '/emulator/calls/v3:nobody/acts', { kind: 'hang_up' })).toMatchObject({
      status: 404,
    });
    expect(await ask('GET', '/emulator/calls/v3:nobody/heard')).toMatchObject({ status: 404 });
  });

  it('is behind the same key as the carrier’s API', async () => {
    const { url } = await carrierAtHand();
    expect((await fetch(`${url}/emulator/public-key`)).status).toBe(401);
  });

  it('is open when there is no key', async () => {
    const { url } = await carrierAtHand({ apiKey: null });
    expect((await fetch(`${url}/emulator/public-key`)).status).toBe(200);
  });
});
