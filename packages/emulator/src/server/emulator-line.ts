import type { Line, PhoneLine } from '../caller/phone-line.ts';
import { legRungAt } from '../caller/rung-leg.ts';
import type { Clock } from './clock.ts';
import type { Exchange } from './exchange.ts';
import type { ActivityMonitor } from './activity-monitor.ts';

type Dependencies = {
  exchange: Exchange;
  clock: Clock;
  activity: ActivityMonitor;
  idle: () => Promise<void>;
};

/** How long an application may think between two commands before the line counts as dead, real ms. */
const thoughtMs = 1000;

/** A line through the running emulator: webhooks and commands go over HTTP, time goes by the emulator's clock. */
export function createEmulatorLine({ exchange, clock, activity, idle }: Dependencies): Line {
  const phoneOf = (callControlId: string): PhoneLine => ({
    callControlId,
    now: () => clock.now(),
    async act(act) {
      exchange.apply({ kind: 'caller', callControlId, act });
    },
    heardSince: (cursor) => exchange.heardOn(callControlId).filter(({ seq }) => seq > cursor),
    async advance(notPastMs = Number.POSITIVE_INFINITY) {
      const nextMs = clock.nextAtMs();
      if (nextMs === null || nextMs > notPastMs) return false;
      await clock.reach(nextMs);
      return true;
    },
    async reach(atMs) {
      await clock.reach(atMs);
    },
    settled: idle,
    isActive: () => activity.within(thoughtMs),
  });

  return {
    now: () => clock.now(),
    async dialIn(call) {
      const { ids } = exchange.apply({ kind: 'dial_in', ...call });
      if (ids === null) throw new Error('The model opened no leg for a call from outside.');
      return phoneOf(ids.callControlId);
    },
    phoneAt(number) {
      const leg = legRungAt(exchange.state(), number);
      return leg === undefined ? null : phoneOf(leg.callControlId);
    },
    texts: () => exchange.texts(),
    async script(change) {
      exchange.apply({ kind: 'script', change });
    },
  };
}
