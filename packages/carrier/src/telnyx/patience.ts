import type { Refusal } from '../port.ts';

/** What one try taught. `askedWaitMs` is the wait the carrier asked for; `mayRepeat` is false where a repeat does harm. */
export type Try<Settled> =
  | { readonly kind: 'settled'; readonly value: Settled }
  | {
      readonly kind: 'unsettled';
      readonly refusal: Refusal;
      readonly mayRepeat: boolean;
      readonly askedWaitMs: number | null;
    };

/** Time and chance, handed in. `now` is in milliseconds from any start; `sleep` rejects when the signal aborts. */
export interface Patience {
  readonly budgetMs: number;
  readonly now: () => number;
  readonly random: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

const firstWaitMs = 250;
const longestWaitMs = 5_000;
const longestAskedWaitMs = 10_000;

/**
 * Tries until it is settled, a repeat would do harm, the signal aborts, or the budget (from the first try on) is used up.
 * Each try learns how many milliseconds of the budget are left.
 */
export async function tryUntilSettled<Settled>(
  tryOnce: (leftMs: number) => Promise<Try<Settled>>,
  patience: Patience,
  signal: AbortSignal,
): Promise<Try<Settled>> {
  const endsAt = patience.now() + patience.budgetMs;
  for (let failures = 0; ; failures += 1) {
    const result = await tryOnce(endsAt - patience.now());
    if (result.kind === 'settled' || !result.mayRepeat) return result;

    const waitMs = waitBefore(failures, result.askedWaitMs, patience.random());
    if (signal.aborted || patience.now() + waitMs >= endsAt) return result;
    const isAwake = await patience.sleep(waitMs, signal).then(
      () => true,
      () => false,
    );
    if (!isAwake || signal.aborted || patience.now() >= endsAt) return result;
  }
}

function waitBefore(failures: number, askedWaitMs: number | null, chance: number): number {
  const ceiling = Math.min(firstWaitMs * 2 ** failures, longestWaitMs);
  const backoffMs = Math.round(ceiling * (0.5 + chance / 2));
  return askedWaitMs === null ? backoffMs : Math.max(backoffMs, Math.min(askedWaitMs, longestAskedWaitMs));
}
