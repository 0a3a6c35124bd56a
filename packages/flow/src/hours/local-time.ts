import { Temporal } from 'temporal-polyfill';
import type { Hours } from './schema.ts';

/** An instant (milliseconds since the epoch) as ISO 8601 with the offset of the hours' time zone: `2026-08-03T08:00:00-05:00`. */
export function isoIn({ time_zone }: Pick<Hours, 'time_zone'>, ms: number): string {
  const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(time_zone);
  return local.toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

/**
 * The instant (milliseconds since the epoch) at which a clock in the hours' time zone shows `local`, such as
 * `2026-08-03T08:00`; the first one if it does so twice, `null` if there is no such time at all.
 */
export function instantIn({ time_zone }: Pick<Hours, 'time_zone'>, local: string): number | null {
  try {
    return Temporal.PlainDateTime.from(local).toZonedDateTime(time_zone).epochMilliseconds;
  } catch {
    return null;
  }
}
