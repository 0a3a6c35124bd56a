/** Counts what the bench gates on; exists only in builds with VITE_COUNTERS. */
export const counters: { nodeBodies: number; storeEmits: number } | null = import.meta.env.VITE_COUNTERS
  ? { nodeBodies: 0, storeEmits: 0 }
  : null;

/** A card was drawn. */
export function countBody(): void {
  if (counters !== null) counters.nodeBodies += 1;
}
