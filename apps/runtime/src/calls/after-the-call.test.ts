import { createCaller, manualClock } from '@gatherline/emulator';
import { describe, expect, it } from 'vitest';
import { flowOf } from '../testing/flows.ts';
import { letPass, openCarrier, openService } from '../testing/service.ts';
import { openSlowServer } from '../testing/slow-server.ts';

/** Tells a server of the call once that is over, right then or after a while. */
function telling(method: string, afterwards: { readonly waits: boolean }) {
  const nodes = {
    incoming: { type: 'start', exits: { incoming: 'hello' } },
    hello: { type: 'speak', params: { payload: 'Hello.' }, exits: { done: 'bye' } },
    over: { type: 'on_hangup', exits: { then: afterwards.waits ? 'pause' : 'tell' } },
    pause: { type: 'wait', params: { seconds: 60 }, exits: { done: 'tell' } },
    tell: {
      type: 'http_request',
      params: {
        method,
        url: '{{ resources.crm }}/calls',
        body: { from: '{{ call.from }}', ended_by: '{{ event.hangup_source }}' },
      },
      exits: { success: 'note' },
    },
    note: {
      type: 'set_variables',
      params: { variables: [{ name: 'told', value: '{{ nodes.tell.body.id }}' }] },
    },
    bye: { type: 'hangup' },
  };
  return flowOf(nodes, { resources: { crm: { type: 'url' } }, variables: { told: null } });
}

/** A call whose caller has hung up. */
async function hungUp(flow: ReturnType<typeof telling>) {
  const clock = manualClock();
  const server = await openSlowServer();
  const options = { clock, carrier: await openCarrier({ clock }), allowedHosts: '127.0.0.1' };
  const service = await openService(options);
  await service.api('PUT', '/api/resources/crm', { type: 'url', value: server.url });
  await service.answerWith(flow);
  const phone = await service.line().dialIn({ from: '+13125550142', to: '+13125550100' });
  await createCaller(phone).beginsToHear('Hello.');
  await phone.act({ kind: 'hang_up' });
  await service.settled();
  const restart = async () => {
    await service.stop();
    return openService({ ...options, dataDir: service.dataDir });
  };
  return { clock, server, restart, id: phone.callControlId };
}

describe('what a flow does after the hang-up', () => {
  it('waits for its time over a restart, and then tells the server', async () => {
    const { clock, server, restart, id } = await hungUp(telling('POST', { waits: true }));
    const next = await restart();
    expect((await next.call(id)).call).toMatchObject({ state: 'ended', node: 'pause' });
    await letPass(next, clock, 60_000);
    await server.isAsked();
    server.answer({ id: 'K-7' });
    await expect
      .poll(async () => (await next.call(id)).call)
      .toMatchObject({
        node: null,
        variables: { told: 'K-7' },
      });
    const body = JSON.stringify({ from: '+13125550142', ended_by: 'caller' });
    expect(server.seen).toMatchObject([{ method: 'POST', path: '/calls', body }]);
  });

  it('is told again after a restart that cut it short, where a repeat does no harm', async () => {
    const { server, restart, id } = await hungUp(telling('PUT', { waits: false }));
    await server.isAsked();
    const next = await restart();
    await server.isAsked(2);
    server.answer({ id: 'K-7' });
    await expect
      .poll(async () => (await next.call(id)).call)
      .toMatchObject({
        node: null,
        variables: { told: 'K-7' },
      });
    expect(next.rows('outbox')).toBe(0);
  });
});
