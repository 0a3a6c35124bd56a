import type { Logger } from 'pino';
import type { Clock } from '../clock.ts';
import type { CallStore } from '../stores/call-store.ts';
import type { InFlight } from '../work-in-hand.ts';

const everyMs = 60 * 60_000;
/** The carrier repeats an event for minutes, not for days. */
const keepForMs = 24 * 60 * 60_000;

export interface ForgetParts {
  readonly calls: Pick<CallStore, 'prune'>;
  readonly clock: Clock;
  readonly inFlight: InFlight;
  readonly log: Logger;
}

/**
 * Forgets the ids of events that can't come again, now and every hour; the answer ends it. Housekeeping runs on the
 * machine's time: nothing of a call waits for it, so it must not keep the calls' clock from coming to rest.
 */
export function forgetOldEvents({ calls, clock, inFlight, log }: ForgetParts): () => void {
  function forget(): void {
    const pruned = calls.prune(clock.now() - keepForMs);
    void inFlight.track(
      pruned.catch((error: unknown) => log.error({ err: error }, 'old events can not be forgotten now')),
    );
  }

  forget();
  const timer = setInterval(forget, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
