import type { Clock } from '../../clock.ts';

/** Waits `ms` milliseconds by that clock, or until `signal` says to stop. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const wake = () => {
      cancel();
      signal.removeEventListener('abort', wake);
      resolve();
    };
    const cancel = clock.at(clock.now() + ms, wake);
    signal.addEventListener('abort', wake, { once: true });
  });
}
