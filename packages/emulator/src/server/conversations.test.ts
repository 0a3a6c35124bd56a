import { describe, expect, it } from 'vitest';
import { createCaller } from '../caller/caller.ts';
import { conversations } from '../caller/testing/conversations.ts';
import { frontDesk } from '../caller/testing/front-desk.ts';
import { scaledClock } from './clock.ts';
import { carrierAtHand } from './testing/carrier-at-hand.ts';

/** An emulator with the front desk behind it, which acknowledges each webhook first and sends its commands after. */
async function frontDeskAtHand(options: Parameters<typeof carrierAtHand>[0] = {}) {
  const carrier = await carrierAtHand({
    ...options,
    answer: ({ data }) => {
      const commands = frontDesk({ ...data, record_type: 'event' });
      void Promise.all(
        commands.map(({ action, callControlId, body }) =>
          carrier.action(String(callControlId), action, body),
        ),
      );
      return 200;
    },
  });
  return carrier;
}

describe('through the emulator, over HTTP, a caller', () => {
  it.each(Object.entries(conversations))('%s', async (_title, haveIt) => {
    const { emulator } = await frontDeskAtHand();
    expect(await haveIt(emulator.line())).toMatchObject({ kind: 'hung_up', cause: 'normal_clearing' });
  });

  it('hears the same on a clock that runs by itself', async () => {
    const { emulator } = await frontDeskAtHand({
      clock: scaledClock(100),
      deliveries: { duplicate: 0, delayMs: 50 },
    });
    const caller = createCaller(await emulator.line().dialIn({ from: '+13125550100', to: '+13125550111' }));
    await caller.hears('Welcome');
    await caller.hears('Welcome');
    await caller.hears('We heard nothing. Goodbye.');
    const { kind } = await caller.hearsTheEnd();
    expect(kind).toBe('hung_up');
  });
});
