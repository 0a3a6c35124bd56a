/** Counts what is being done, so that one can wait until nothing is. */
export interface InFlight {
  /** Counts `work` until it settles. */
  track<Result>(work: Promise<Result>): Promise<Result>;
  /** Resolves as soon as nothing is in hand. */
  readonly whenIdle: () => Promise<void>;
}

export function createInFlight(): InFlight {
  let inHand = 0;
  let waiting: (() => void)[] = [];

  function finishOne(): void {
    inHand -= 1;
    if (inHand > 0) return;
    const resolvers = waiting;
    waiting = [];
    for (const resolve of resolvers) resolve();
  }

  /** What has just settled may have started something else in the same turn. */
  async function whenIdle(): Promise<void> {
    if (inHand === 0) return;
    await new Promise<void>((resolve) => waiting.push(resolve));
    return whenIdle();
  }

  return {
    track(inFlight) {
      inHand += 1;
      return inFlight.finally(finishOne);
    },
    whenIdle,
  };
}
