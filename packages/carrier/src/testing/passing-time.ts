import type { Patience } from '../telnyx/patience.ts';

export interface PassingTime {
  readonly patience: Patience;
  readonly waits: readonly number[];
  pass(ms: number): void;
}

/** A clock that starts at 0 and moves only by sleeping, which takes no time, or by `pass`. */
export function createPassingTime({ random = 0, budgetMs = 45_000 } = {}): PassingTime {
  let nowMs = 0;
  const waits: number[] = [];
  return {
    patience: {
      budgetMs,
      now: () => nowMs,
      random: () => random,
      async sleep(ms) {
        waits.push(ms);
        nowMs += ms;
      },
    },
    waits,
    pass(ms) {
      nowMs += ms;
    },
  };
}
