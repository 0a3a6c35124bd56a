import type { DueCall } from '../../store/ports/call-store.ts';

/** Asks about a call; one whose question is under way already is not asked about again. */
export type Ask = (due: DueCall) => Promise<void>;

const atOnce = 16;

/** Keeps questions from piling up: so many are under way at once, the others wait, each call with one at most. */
export function createQuestions(ask: Ask): Ask {
  const open = new Set<string>();
  const waiting: (() => void)[] = [];
  let free = atOnce;

  /** Whoever has waited longest takes the place over. */
  function leave(): void {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  }

  return async (due) => {
    if (open.has(due.callId)) return;
    open.add(due.callId);
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      await ask(due);
    } finally {
      leave();
      open.delete(due.callId);
    }
  };
}
