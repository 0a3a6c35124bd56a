import { Temporal } from 'temporal-polyfill';
import { type Holiday, type Hours, weekdays } from './schema.ts';

/** The holidays of a year by their day, such as `2026-12-25`; of two on one day, the first of the list. */
export function holidaysIn(
  { holidays = [] }: Pick<Hours, 'holidays'>,
  year: number,
): ReadonlyMap<string, Holiday> {
  const days = holidays.flatMap((holiday) =>
    [year - 1, year, year + 1].flatMap((each) => {
      const day = dayIn(holiday, each);
      return day?.year === year ? [[day.toString(), holiday] as const] : [];
    }),
  );
  return new Map(days.toReversed());
}

function dayIn(
  { date, every_year, nth_weekday: nth, easter }: Holiday,
  year: number,
): Temporal.PlainDate | undefined {
  if (nth !== undefined) return nthWeekday(nth, year);
  if (easter !== undefined) return easterOf(year).add({ days: easter });
  if (date === undefined) return undefined;
  const day = Temporal.PlainDate.from(date);
  if (every_year !== true) return day.year === year ? day : undefined;
  // The 29th of February comes in leap years only.
  const moved = day.with({ year });
  return moved.day === day.day ? moved : undefined;
}

function nthWeekday(
  { nth, weekday, month, plus_days: days = 0 }: NonNullable<Holiday['nth_weekday']>,
  year: number,
): Temporal.PlainDate | undefined {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  const wanted = weekdays.indexOf(weekday) + 1;
  const offset = (wanted - first.dayOfWeek + 7) % 7;
  const last = Math.floor((first.daysInMonth - 1 - offset) / 7);
  const weeks = nth === 'last' ? last : nth - 1;
  return weeks > last ? undefined : first.add({ days: offset + weeks * 7 + days });
}

/** Easter Sunday of the western churches, by the reckoning of Meeus, Jones and Butcher. */
function easterOf(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor((year % 100) / 4) - moon - (year % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451);
  const days = moon + weekday - 7 * late + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}
