import { Temporal } from 'temporal-polyfill';

const WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** Milliseconds since the epoch of a time with its zone, such as `2026-06-01T18:00:00-05:00`; `null` where there is no such time. */
export function momentOf(text: string): number | null {
  if (!WITH_ZONE.test(text)) return null;
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return null;
  }
}
