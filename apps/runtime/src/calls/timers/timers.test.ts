import { createCaller, manualClock } from '@gatherline/emulator';
import { describe, expect, it } from 'vitest';
import { openCarrierProxy } from '../../testing/carrier-proxy.ts';
import { flowOf, greetingFlow } from '../../testing/flows.ts';
import { letPass, openCarrier, openService } from '../../testing/service.ts';
import { webhook } from '../../testing/webhooks.ts';

const nowhere = 'http://127.0.0.1:9';

/** A call in the middle of a greeting whose webhooks stop coming. */
async function cutOff() {
  const clock = manualClock();
  const carrier = await openCarrier({ clock });
  const service = await openService({ flow: greetingFlow(), clock, carrier });
  const phone = await service.line().dialIn({ from: '+13125550142', to: '+13125550100' });
  await service.settled();
  await createCaller(phone).beginsToHear('Hello.');
  await service.settled();
  const { url } = carrier.target;
  carrier.target.url = nowhere;
  return { clock, carrier, service, phone, id: phone.callControlId, url };
}

describe('a deadline', () => {
  it('that passes while the call is alive is waited beyond while words may still sound, then the node leaves by error', async () => {
    const { clock, service, id } = await cutOff();
    await letPass(service, clock, 60_000);
    expect((await service.call(id)).call.node).toBe('hello');
    await letPass(service, clock, 15 * 60_000);
    const { trace } = await service.call(id);
    expect(trace).toContainEqual(
      expect.objectContaining({
        kind: 'left',
        node: 'hello',
        exit: 'error',
        why: expect.stringContaining('in time'),
      }),
    );
  });

  it('that passes when the call is gone ends it', async () => {
    const { clock, service, phone, id } = await cutOff();
    await phone.act({ kind: 'hang_up' });
    await letPass(service, clock, 60_000);
    const { call, trace } = await service.call(id);
    expect(call.state).toBe('ended');
    expect(trace).toContainEqual(
      expect.objectContaining({ kind: 'note', text: expect.stringContaining('over') }),
    );
    expect(trace.filter(({ kind }) => kind === 'ended')).toHaveLength(1);
  });

  it('that passed while no service ran is looked after at the next start', async () => {
    const { clock, service, carrier, phone, id } = await cutOff();
    await service.stop();
    await phone.act({ kind: 'hang_up' });
    await clock.reach(clock.now() + 120_000);
    const next = await openService({ dataDir: service.dataDir, clock, carrier });
    await letPass(next, clock, 1);
    expect((await next.call(id)).call.state).toBe('ended');
  });

  it('is asked about again later while the carrier does not say whether the call is alive', async () => {
    const { clock, service, carrier, phone, id } = await cutOff();
    await service.stop();
    const deaf = await openService({ dataDir: service.dataDir, clock, carrier, apiKey: 'WRONG' });
    await letPass(deaf, clock, 60_000);
    expect((await deaf.call(id)).call.state).toBe('answered');
    await deaf.stop();

    await phone.act({ kind: 'hang_up' });
    const next = await openService({ dataDir: service.dataDir, clock, carrier });
    await letPass(next, clock, 600_000);
    expect((await next.call(id)).call.state).toBe('ended');
  });
});

it('a deadline after the hang-up counts although the carrier says that the call is over', async () => {
  const clock = manualClock();
  const carrier = await openCarrier({ clock });
  const flow = flowOf({
    incoming: { type: 'start', exits: { incoming: 'mailbox' } },
    mailbox: { type: 'voicemail', params: {}, exits: { recorded: 'bye', error: 'lost' } },
    lost: {
      type: 'set_variables',
      params: { variables: [{ name: 'message', value: 'lost' }] },
    },
    bye: { type: 'hangup' },
  });
  const service = await openService({ flow, clock, carrier });
  const phone = await service.line().dialIn({ from: '+13125550142', to: '+13125550100' });
  await letPass(service, clock, 10_000);
  await phone.act({ kind: 'hang_up' });
  await service.settled();
  const before = await service.call(phone.callControlId);
  expect(before.call).toMatchObject({ state: 'ended', node: 'mailbox' });

  // The file is stored a second later, and nobody is told of it.
  carrier.target.url = nowhere;
  await letPass(service, clock, 120_000);
  const { call, trace } = await service.call(phone.callControlId);
  expect(trace).toContainEqual(expect.objectContaining({ kind: 'left', node: 'mailbox', exit: 'error' }));
  expect(call).toMatchObject({ node: null, variables: { message: 'lost' } });
});

it('a deadline does not count any more when the awaited event comes while the carrier is asked', async () => {
  const { clock, carrier, service, id } = await cutOff();
  await service.stop();
  const asked = Promise.withResolvers<void>();
  const open = Promise.withResolvers<void>();
  const slow = await openCarrierProxy(carrier, async (path, send) => {
    if (path.endsWith(`/calls/${encodeURIComponent(id)}`)) {
      asked.resolve();
      await open.promise;
    }
    return send();
  });
  const next = await openService({ dataDir: service.dataDir, clock, carrier: slow });
  const { call: before } = await next.call(id);
  expect(before.node).toBe('hello');
  await clock.reach(clock.now() + 60_000);
  await asked.promise;

  const client_state = btoa(JSON.stringify({ v: before.visit }));
  await next.deliver(webhook('call.speak.ended', { call_control_id: id, client_state, status: 'completed' }));
  open.resolve();
  await next.settled();
  const { call, trace } = await next.call(id);
  expect(call).toMatchObject({ state: 'answered', node: 'ask' });
  expect(trace).not.toContainEqual(expect.objectContaining({ exit: 'error' }));
});

it('a wait of the flow itself is over in time although the carrier can not be asked', async () => {
  const clock = manualClock();
  const carrier = await openCarrier({ clock });
  const flow = flowOf({
    incoming: { type: 'start', exits: { incoming: 'pause' } },
    pause: { type: 'wait', params: { seconds: 30 }, exits: { done: 'note' } },
    note: {
      type: 'set_variables',
      params: { variables: [{ name: 'waited', value: 'yes' }] },
      exits: { done: 'again' },
    },
    again: { type: 'wait', params: { seconds: 30 }, exits: { done: 'bye' } },
    bye: { type: 'hangup' },
  });
  const service = await openService({ flow, clock, carrier });
  const phone = await service.line().dialIn({ from: '+13125550142', to: '+13125550100' });
  await service.settled();
  await service.stop();

  const deaf = await openService({ dataDir: service.dataDir, clock, carrier, apiKey: 'WRONG' });
  await letPass(deaf, clock, 29_000);
  expect((await deaf.call(phone.callControlId)).call).toMatchObject({ node: 'pause', visit: 2 });
  await letPass(deaf, clock, 1000);
  const { call, trace } = await deaf.call(phone.callControlId);
  expect(call).toMatchObject({ node: 'again', visit: 4, variables: { waited: 'yes' } });
  expect(trace).toContainEqual(expect.objectContaining({ kind: 'left', node: 'pause', exit: 'done' }));
});
