/** The time, and a way to be woken at one. Times are milliseconds since the epoch. */
export interface Clock {
  readonly now: () => number;
  /** Calls `wake` once `atMs` has come; the answer cancels it. */
  at(atMs: number, wake: () => void): () => void;
}

const longestSleepMs = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  at(atMs, wake) {
    // Node takes a longer delay for one millisecond; whoever is woken early looks at the time again.
    const delayMs = Math.min(Math.max(0, atMs - Date.now()), longestSleepMs);
    const timer = setTimeout(wake, delayMs);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
