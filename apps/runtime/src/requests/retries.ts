import { setTimeout as sleepFor } from 'node:timers/promises';
import { RequestFailure } from './failure.ts';
import type { Received } from './exchange.ts';
import { isIdempotent } from './http-request.ts';

/** What became of one try, redirects included. */
export type Tried = Received | RequestFailure;

/** Time and chance, handed in. `now` is in milliseconds from any start; `sleep` rejects when the signal aborts. */
export interface Patience {
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

export const patience: Patience = {
  now: () => performance.now(),
  random: Math.random,
  sleep: (ms, signal) => sleepFor(ms, undefined, { signal }),
};

export interface Budget {
  readonly method: string;
  /** How often it may be tried again. */
  readonly retries: number;
  /** When it must be over, on the clock of `now`. */
  readonly endsAt: number;
  readonly signal: AbortSignal;
}

const firstWaitMs = 200;

/** Tries again while that may help, does no harm, and there is time. The last try counts. */
export async function tryRepeatedly(
  tryOnce: () => Promise<Tried>,
  { method, retries, endsAt, signal }: Budget,
  { now, random, sleep }: Patience,
): Promise<{ readonly tried: Tried; readonly tries: number }> {
  for (let tries = 1; ; tries += 1) {
    const tried = await tryOnce();
    if (tries > retries || signal.aborted || !mayRepeat(method, tried)) return { tried, tries };
    const backoffMs = firstWaitMs * 2 ** (tries - 1) * (0.5 + random() / 2);
    const waitMs = Math.max(backoffMs, askedWaitMs(tried));
    if (now() + waitMs >= endsAt) return { tried, tries };
    // Woken early, the next try finds that it was given up.
    await sleep(waitMs, signal).catch(() => {});
  }
}

const passingFailures: ReadonlySet<string> = new Set(['refused', 'dns', 'transport']);

/** What a server does on POST and PATCH it would do twice, unless it says that it did nothing. */
function mayRepeat(method: string, tried: Tried): boolean {
  if (tried instanceof RequestFailure)
    return passingFailures.has(tried.reason) && (isIdempotent(method) || tried.isNeverSent);
  const { status } = tried;
  return status === 429 || status === 503 || (isIdempotent(method) && (status === 502 || status === 504));
}

function askedWaitMs(tried: Tried): number {
  const asked = tried instanceof RequestFailure ? undefined : tried.headers.get('retry-after')?.[0];
  return asked !== undefined && /^\d{1,6}$/.test(asked) ? Number(asked) * 1000 : 0;
}
