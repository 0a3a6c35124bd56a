import { type Caller, createCaller, manualClock } from '@gatherline/emulator';
import { describe, expect, it } from 'vitest';
import { flowOf } from '../../testing/flows.ts';
import { openService } from '../../testing/service.ts';

const flow = flowOf({
  incoming: { type: 'start', exits: { incoming: 'hold' } },
  hold: { type: 'wait', params: { seconds: 60 }, exits: { done: 'bye' } },
  paid: { type: 'on_signal', params: { name: 'payment_received' }, exits: { then: 'thanks' } },
  thanks: {
    type: 'speak',
    params: { payload: 'We have received {{ event.data.amount }} dollars.' },
    exits: { done: 'hold' },
  },
  bye: { type: 'hangup' },
});

async function openCall() {
  const service = await openService({ flow, clock: manualClock() });
  const phone = await service.line().dialIn({ from: '+13125550142', to: '+13125550100' });
  await service.settled();
  const signal = (body: object, id = phone.callControlId) =>
    service.api('POST', `/api/calls/${encodeURIComponent(id)}/signal`, body);
  const caller: Caller = createCaller(phone);
  return { service, caller, signal, read: () => service.call(phone.callControlId) };
}

describe('a signal', () => {
  it('that a step listens for takes the call there, with what came along', async () => {
    const { caller, signal } = await openCall();
    const raised = await signal({ name: 'payment_received', data: { amount: 20 } });
    expect(raised).toMatchObject({ status: 202, body: { heard: true } });
    await caller.hears('We have received 20 dollars.');
  });

  it('that no step listens for leaves the call where it is, and stands in its trace', async () => {
    const { signal, read } = await openCall();
    const raised = await signal({ name: 'something_else' });
    expect(raised).toMatchObject({ status: 202, body: { heard: false } });
    const { call, trace } = await read();
    expect(call.node).toBe('hold');
    expect(trace.at(-1)).toMatchObject({
      kind: 'ignored',
      type: 'signal',
      payload: { name: 'something_else', data: {} },
    });
  });

  it.each([
    ['heard', 'payment_received', true],
    ['not heard', 'something_else', false],
  ])(
    'that was %s and comes again with its id counts once, and is answered as before',
    async (_, name, heard) => {
      const { signal, read } = await openCall();
      const one = { name, id: 'signal-1', data: { amount: 20 } };
      const answers = [
        await signal(one),
        await signal(one),
        await signal({ ...one, data: { amount: 'another' } }),
      ];
      expect(answers).toEqual(Array(3).fill(expect.objectContaining({ status: 202, body: { heard } })));
      const { trace } = await read();
      expect(trace.filter((entry) => entry.type === 'signal')).toHaveLength(heard ? 2 : 1);
      expect(JSON.stringify(trace)).not.toContain('another');
    },
  );

  it('with an id of its own counts each time', async () => {
    const { caller, signal } = await openCall();
    await signal({ name: 'payment_received', id: 'signal-1', data: { amount: 20 } });
    expect(await caller.hears('dollars')).toMatchObject({ text: 'We have received 20 dollars.' });
    await signal({ name: 'payment_received', id: 'signal-2', data: { amount: 30 } });
    expect(await caller.hears('dollars')).toMatchObject({ text: 'We have received 30 dollars.' });
  });

  it('for a call that is over is refused, but for one that had come before', async () => {
    const { caller, signal } = await openCall();
    await signal({ name: 'payment_received', id: 'signal-1' });
    await caller.hangsUp();
    expect(await signal({ name: 'payment_received', id: 'signal-2' })).toMatchObject({
      status: 409,
      body: { error: { code: 'call_over' } },
    });
    expect(await signal({ name: 'payment_received', id: 'signal-1' })).toMatchObject({
      status: 202,
      body: { heard: true },
    });
  });

  it('for a call that nobody knows is refused', async () => {
    const { signal } = await openCall();
    expect(await signal({ name: 'payment_received' }, 'v3:nobody')).toMatchObject({
      status: 404,
      body: { error: { code: 'no_such_call' } },
    });
  });

  it.each([
    ['without a name', {}, 'name'],
    ['whose name could not be a listener’s', { name: 'Payment received!' }, 'name'],
    ['whose data is no object', { name: 'paid', data: [1] }, 'data'],
    ['with an empty id', { name: 'paid', id: '' }, 'id'],
    ['with a field that nobody knows', { name: 'paid', payload: {} }, 'payload'],
  ])('%s is refused: the answer names the field', async (_, body, field) => {
    const { signal, read } = await openCall();
    const before = (await read()).trace.length;
    expect(await signal(body)).toMatchObject({
      status: 400,
      body: { error: { code: 'malformed_request', message: expect.stringContaining(field) } },
    });
    expect((await read()).trace).toHaveLength(before);
  });
});
