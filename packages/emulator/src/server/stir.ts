import { setTimeout as pause } from 'node:timers/promises';

/** Watches whether anything goes on, in real time. */
export type Stir = {
  /** Something begins; call what comes back when it is over. */
  begin(): () => void;
  /** Resolves when nothing has gone on for `quietMs`. */
  quiet(quietMs: number): Promise<void>;
  /** Whether anything begins within `ms`. */
  within(ms: number): Promise<boolean>;
};

const lookEveryMs = 5;

export function createStir(): Stir {
  let going = 0;
  let begun = 0;
  let lastMs = performance.now();

  async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await pause(lookEveryMs);
  }

  return {
    begin() {
      going += 1;
      begun += 1;
      lastMs = performance.now();
      return () => {
        going -= 1;
        lastMs = performance.now();
      };
    },
    quiet: (quietMs) => until(() => going === 0 && performance.now() - lastMs >= quietMs),
    async within(ms) {
      const before = begun;
      const endMs = performance.now() + ms;
      await until(() => begun > before || performance.now() >= endMs);
      return begun > before;
    },
  };
}
