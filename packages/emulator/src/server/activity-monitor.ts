import { setTimeout as pause } from 'node:timers/promises';

/** Watches whether anything goes on, in real time. */
export type ActivityMonitor = {
  /** Something begins; call what comes back when it is over. */
  begin(): () => void;
  /** Resolves when nothing has gone on for `idleAfterMs`; with 0 before anything else can arrive. */
  whenIdle(idleAfterMs: number): Promise<void>;
  /** Whether anything begins within `ms`. */
  within(ms: number): Promise<boolean>;
};

export function createActivityMonitor(): ActivityMonitor {
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
    async whenIdle(idleAfterMs) {
      const isBusy = () => going > 0;
      const leftMs = () => idleAfterMs - (performance.now() - lastMs);
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
