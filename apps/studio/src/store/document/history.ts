import type { Patches } from 'mutative';

/** Steps that can be undone before the oldest is forgotten. */
export const HISTORY_LIMIT = 300;

/** A pause this long ends a burst of keystrokes or nudges. */
const BURST_MS = 1_000;

/** One undoable change, as patches in both directions; `label` keeps the names as they were then. */
export interface Step {
  readonly id: number;
  readonly label: string;
  /** Changes with the same key coalesce while the burst lasts; `null` never does. */
  readonly key: string | null;
  readonly at: number;
  readonly patches: Patches;
  readonly inverse: Patches;
}

export interface History {
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  /** Stands for the document before the oldest step that is still known. */
  readonly origin: number;
  readonly nextId: number;
  /** Whether the last step may still grow. */
  readonly open: boolean;
}

export const freshHistory: History = { past: [], future: [], origin: 0, nextId: 1, open: false };

export function record(history: History, change: Omit<Step, 'id'>): History {
  const last = history.past.at(-1);
  const grows =
    history.open &&
    last !== undefined &&
    change.key !== null &&
    last.key === change.key &&
    change.at - last.at <= BURST_MS;
  const step: Step = grows
    ? {
        ...change,
        id: history.nextId,
        patches: [...last.patches, ...change.patches],
        inverse: [...change.inverse, ...last.inverse],
      }
    : { ...change, id: history.nextId };
  const past = [...(grows ? history.past.slice(0, -1) : history.past), step];
  const forgotten = past.slice(0, Math.max(0, past.length - HISTORY_LIMIT));
  return {
    past: past.slice(forgotten.length),
    future: [],
    origin: forgotten.at(-1)?.id ?? history.origin,
    nextId: history.nextId + 1,
    open: change.key !== null,
  };
}

export function stepBack(history: History): { step: Step; history: History } | null {
  const step = history.past.at(-1);
  if (step === undefined) return null;
  const past = history.past.slice(0, -1);
  return { step, history: { ...history, past, future: [step, ...history.future], open: false } };
}

export function stepForward(history: History): { step: Step; history: History } | null {
  const [step, ...future] = history.future;
  if (step === undefined) return null;
  return { step, history: { ...history, past: [...history.past, step], future, open: false } };
}

export function seal(history: History): History {
  return history.open ? { ...history, open: false } : history;
}

/** Names the state of the document: equal marks mean equal documents, also after undo and redo. */
export function markOf(history: History): number {
  return history.past.at(-1)?.id ?? history.origin;
}
