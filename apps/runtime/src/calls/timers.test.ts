import { createCaller, manualClock } from '@gatherline/emulator';
import { describe, expect, it } from 'vitest';
import { flowOf, greetingFlow } from '../testing/flows.ts';
import { letPass, openCarrier, openService } from '../testing/service.ts';

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
  it('that passes while the call is alive makes the node leave by error', async () => {
    const { clock, service, id } = await cutOff();
    await letPass(service, clock, 60_000);
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
    expect(trace.at(-1)).toMatchObject({ kind: 'ended', cause: expect.stringContaining('over') });
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
