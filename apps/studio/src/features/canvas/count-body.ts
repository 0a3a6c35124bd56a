/** Counts a drawn card for the bench; nothing at all in other builds. */
export function countBody(): void {
  if (import.meta.env.VITE_COUNTERS && window.__gatherline !== undefined) window.__gatherline.nodeBodies += 1;
}
