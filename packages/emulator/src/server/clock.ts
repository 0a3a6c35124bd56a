/** Where an emulator takes its time from, ms since 1970. */
export type Clock = {
  now(): number;
  /** Calls `wake` once when it is `atMs` (at once when that is past); gives the way to call it off. */
  at(atMs: number, wake: () => void): () => void;
  /** The earliest of the wakes asked for; null when there is none. */
  nextAtMs(): number | null;
  /** Resolves when it is `atMs`: a manual clock jumps there, the others wait. */
  reach(atMs: number): Promise<void>;
  /** No timer stays behind; nothing is woken any more. */
  close(): void;
};

export type ManualClock = Clock & {
  /** Time jumps to the next wake, which then happens; false when none is asked for. */
  advanceToNextDue(): boolean;
};

const longestTimerMs = 2 ** 31 - 1;

/** The machine's own time. */
export function realClock(): Clock {
  return runningClock(() => Date.now(), 1);
}

/** Time that runs `speed` times as fast as the machine's, from now on; at 1 it is the machine's own. */
export function scaledClock(speed: number): Clock {
  if (speed === 1) return realClock();
  const startMs = Date.now();
  const begin = performance.now();
  return runningClock(() => startMs + (performance.now() - begin) * speed, speed);
}

function runningClock(read: () => number, speed: number): Clock {
  const wakes = new Map<symbol, { atMs: number; timer: NodeJS.Timeout }>();
  const now = () => Math.floor(read());
  let isClosed = false;

  function arm(key: symbol, atMs: number, wake: () => void): void {
    const delayMs = Math.min(Math.max(0, Math.ceil((atMs - read()) / speed)), longestTimerMs);
    const timer = setTimeout(() => {
      // A timer may fire a moment early, or had to be cut in two: nothing is woken before its time.
      if (now() < atMs) return arm(key, atMs, wake);
      wakes.delete(key);
      wake();
    }, delayMs);
    wakes.set(key, { atMs, timer });
  }

  function at(atMs: number, wake: () => void): () => void {
    const key = Symbol('wake');
    if (!isClosed) arm(key, atMs, wake);
    return () => {
      clearTimeout(wakes.get(key)?.timer);
      wakes.delete(key);
    };
  }

  return {
    now,
    at,
    nextAtMs: () => earliest([...wakes.values()].map(({ atMs }) => atMs)),
    reach: (atMs) => new Promise((resolve) => at(atMs, resolve)),
    close() {
      isClosed = true;
      for (const { timer } of wakes.values()) clearTimeout(timer);
      wakes.clear();
    },
  };
}

/** Time that stands still until it is told to go on. */
export function manualClock(startMs = Date.now()): ManualClock {
  const wakes = new Map<symbol, { atMs: number; wake: () => void }>();
  let nowMs = startMs;
  let isClosed = false;
  const nextAtMs = () => earliest([...wakes.values()].map(({ atMs }) => atMs));

  function advanceToNextDue(): boolean {
    const dueMs = nextAtMs();
    if (dueMs === null) return false;
    nowMs = Math.max(nowMs, dueMs);
    const due = [...wakes].filter(([, { atMs }]) => atMs <= nowMs);
    for (const [key, { wake }] of due) {
      // One wake may have called off another.
      if (wakes.delete(key)) wake();
    }
    return true;
  }

  return {
    now: () => nowMs,
    at(atMs, wake) {
      const key = Symbol('wake');
      if (!isClosed) wakes.set(key, { atMs, wake });
      return () => void wakes.delete(key);
    },
    nextAtMs,
    advanceToNextDue,
    async reach(atMs) {
      for (let dueMs = nextAtMs(); dueMs !== null && dueMs <= atMs; dueMs = nextAtMs()) advanceToNextDue();
      nowMs = Math.max(nowMs, atMs);
    },
    close() {
      isClosed = true;
      wakes.clear();
    },
  };
}

function earliest(times: readonly number[]): number | null {
  return times.length === 0 ? null : Math.min(...times);
}
