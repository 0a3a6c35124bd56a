import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { CallStore } from '../../store/ports/call-store.ts';
import type { InFlight } from '../../in-flight.ts';

const everyMs = 60 * 60_000;
/** The carrier repeats an event for minutes, not for days. */
const keepForMs = 24 * 60 * 60_000;

export interface PurgeParts {
  readonly calls: Pick<CallStore, 'purge'>;
  readonly clock: Clock;
  readonly inFlight: InFlight;
  readonly log: Logger;
}

/**
 * Forgets the ids of events that can't come again, now and every hour; the answer ends it. Housekeeping runs on the
 * machine's time: nothing of a call waits for it, so it must not keep the calls' clock from coming to rest.
 */
export function purgeOldEvents({ calls, clock, inFlight, log }: PurgeParts): () => void {
  function purge(): void {
    const purged = calls.purge(clock.now() - keepForMs);
    void inFlight.track(
      purged.catch((error: unknown) => log.error({ err: error }, 'old events can not be forgotten now')),
    );
  }

  purge();
  const timer = setInterval(purge, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
