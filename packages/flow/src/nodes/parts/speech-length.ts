/** Longest life of a call at the carrier, in milliseconds; nothing is awaited longer. */
export const CALL_LIMIT_MS = 4 * 60 * 60 * 1000;

/** Time granted beyond what the carrier's own limits allow, in milliseconds. */
export const MARGIN_MS = 30_000;

/** An upper bound of how long a text takes to be read out, in milliseconds: slow speech, 8 characters a second. */
export function speechUpToMs(text: string, loop: string | number | undefined = 1): number {
  if (loop === 'infinity') return CALL_LIMIT_MS;
  return Math.min(CALL_LIMIT_MS, Math.ceil(text.length / 8) * 1000 * Number(loop));
}
