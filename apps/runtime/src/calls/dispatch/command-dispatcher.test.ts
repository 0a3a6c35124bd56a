import { createCaller, manualClock } from '@gatherline/emulator';
import { describe, expect, it } from 'vitest';
import { greetingFlow } from '../../testing/flows.ts';
import {
  openCarrier,
  openService,
  type TestService,
  type TestServiceOptions,
} from '../../testing/service.ts';

const numbers = { from: '+13125550142', to: '+13125550100' };

async function ring(options: TestServiceOptions = {}) {
  const clock = manualClock();
  const service = await openService({ flow: greetingFlow(), clock, ...options });
  const phone = await service.line().dialIn(numbers);
  return { service, phone, caller: createCaller(phone), id: phone.callControlId };
}

function actions(service: TestService): readonly string[] {
  return service.carrier.commands().map(({ action, repeat }) => (repeat ? `${action} again` : action));
}

const wholeCall = ['answer', 'speak', 'gather_using_speak', 'speak', 'hangup'];

describe('a call', () => {
  it('is led from the first ring to the hang-up, each command once and in order', async () => {
    const { service, caller, id } = await ring();
    await caller.hears('Hello.');
    await caller.beginsToHear('Press 1.');
    await caller.presses('1');
    await caller.hears('Goodbye.');
    await caller.hearsTheEnd();
    await service.settled();
    expect(actions(service)).toEqual(wholeCall);
    const { call, trace } = await service.call(id);
    expect(call).toMatchObject({ state: 'ended', node: null });
    expect(trace.at(-1)).toMatchObject({ kind: 'ended', cause: 'normal_clearing' });
    expect(service.rows('outbox')).toBe(0);
  });

  it.each([1, 2, 3])(
    'goes the same way when webhooks come twice, late and out of order (%i)',
    async (seed) => {
      const accidents = { duplicate: 0.5, reorder: 0.3, delayMs: 200, seed };
      const { service, caller } = await ring({ accidents });
      await caller.hears('Hello.');
      await caller.beginsToHear('Press 1.');
      await caller.presses('1');
      await caller.hears('Goodbye.');
      await caller.hearsTheEnd();
      await service.settled();
      expect(actions(service)).toEqual(wholeCall);
    },
  );

  it('ends here too when the caller hangs up', async () => {
    const { service, caller, id } = await ring();
    await caller.hears('Hello.');
    await caller.hangsUp();
    await service.settled();
    expect((await service.call(id)).call).toMatchObject({ state: 'ended', hangup: { source: 'caller' } });
  });
});

describe('a command', () => {
  it('is sent again with the same command_id when the carrier answers 5xx or 429, and done once', async () => {
    const faults = [
      { action: 'speak', status: 503, code: '10007', title: 'Try again', times: 1 },
      { action: 'speak', status: 429, code: '10011', title: 'Too many requests', times: 1 },
    ];
    const { service, caller } = await ring({ script: { faults } });
    await service.settled();
    await caller.hears('Hello.');
    expect(actions(service).filter((action) => action.startsWith('speak'))).toEqual(['speak']);
  });

  it('that is refused makes its node leave by error, with code and title in the trace', async () => {
    const faults = [{ action: 'speak', status: 422, code: '90049', title: 'No such voice', times: 1 }];
    const { service, caller, id } = await ring({ script: { faults } });
    await caller.hears('We are sorry');
    await caller.hearsTheEnd();
    await service.settled();
    const { trace } = await service.call(id);
    expect(trace).toContainEqual(
      expect.objectContaining({ kind: 'refused', action: 'speak', code: '90049' }),
    );
    expect(trace).toContainEqual(expect.objectContaining({ kind: 'left', node: 'hello', exit: 'error' }));
    expect(service.logged.filter((line) => line.includes('No such voice'))).toHaveLength(1);
  });

  it('to a call that is over ends the call, without an error', async () => {
    const { service, phone, id } = await ring({ script: { faults: [] } });
    // The hang-up overtakes everything: the answer is on its way when the caller is gone.
    await phone.act({ kind: 'hang_up' });
    await service.settled();
    expect((await service.call(id)).call).toMatchObject({ state: 'ended' });
    expect(service.rows('outbox')).toBe(0);
    expect(service.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  it('is never logged with what is said or pressed', async () => {
    const { service, caller } = await ring();
    await caller.hears('Hello.');
    await caller.beginsToHear('Press 1.');
    await caller.presses('1');
    await service.settled();
    const log = service.logged.join('');
    expect(log).not.toMatch(/Hello|Press 1|"digits?"|KEY|Bearer/);
  });
});

describe('after the process was stopped', () => {
  it('commands that had no answer are sent again with the same id, and done once', async () => {
    const clock = manualClock();
    const carrier = await openCarrier({ clock });
    const first = await openService({ flow: greetingFlow(), clock, carrier });
    // Nobody answers there: the command stays in the outbox.
    const elsewhere = { ...carrier, url: 'http://127.0.0.1:9' };
    await first.stop();
    const cutOff = await openService({ dataDir: first.dataDir, clock, carrier: elsewhere });
    const phone = await carrier.emulator.line().dialIn(numbers);
    await carrier.emulator.idle();
    expect(cutOff.rows('outbox')).toBe(1);
    await cutOff.stop();
    expect(cutOff.rows('outbox')).toBe(1);

    const third = await openService({ dataDir: first.dataDir, clock, carrier });
    await third.settled();
    await createCaller(phone).hears('Hello.');
    await third.settled();
    expect(actions(third).slice(0, 2)).toEqual(['answer', 'speak']);
  });
});
