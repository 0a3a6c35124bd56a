import { editor } from '../store/index.ts';

declare global {
  interface Window {
    /** Counters that do not depend on the machine; only in builds with VITE_COUNTERS. */
    __gatherline?: { nodeBodies: number; storeEmits: number };
  }
}

/** Counts what the bench gates on: bodies of cards drawn, and emits of the store. */
export function countForBench(): void {
  const counters = { nodeBodies: 0, storeEmits: 0 };
  window.__gatherline = counters;
  editor.subscribe(() => {
    counters.storeEmits += 1;
  });
}
