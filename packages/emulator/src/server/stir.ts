import { setTimeout as pause } from 'node:timers/promises';

/** Watches whether anything goes on, in real time. */
export type Stir = {
  /** Something begins; call what comes back when it is over. */
  begin(): () => void;
  /** Resolves when nothing has gone on for `quietMs`; with 0 before anything else can arrive. */
  quiet(quietMs: number): Promise<void>;
  /** Whether anything begins within `ms`. */
  within(ms: number): Promise<boolean>;
};

export function createStir(): Stir {
  let going = 0;
  let lastMs = Number.NEGATIVE_INFINITY;
  let change = Promise.withResolvers<void>();
  let beginning = Promise.withResolvers<void>();

  function note(): void {
    lastMs = performance.now();
    change.resolve();
    change = Promise.withResolvers();
  }

  return {
    begin() {
      going += 1;
      note();
      beginning.resolve();
      beginning = Promise.withResolvers();
      return () => {
        going -= 1;
        note();
      };
    },
    async quiet(quietMs) {
      const isBusy = () => going > 0;
      const leftMs = () => quietMs - (performance.now() - lastMs);
      while (isBusy() || leftMs() > 0) await (isBusy() ? change.promise : pause(leftMs()));
    },
    async within(ms) {
      const late = new AbortController();
      const isBegun = beginning.promise.then(() => true);
      const isLate = pause(ms, false, { signal: late.signal }).catch(() => false);
      const hasBegun = await Promise.race([isBegun, isLate]);
      late.abort();
      return hasBegun;
    },
  };
}
