import { Temporal } from 'temporal-polyfill';
import { holidaysIn } from './holidays.ts';
import { type Holiday, type Hours, type Interval, isOvernight, minutesOf, weekdays } from './schema.ts';

/** From one instant up to another, in milliseconds since the epoch; the end is no part of it. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** One day of the calendar where the hours hold. */
export interface LocalDay extends Span {
  readonly holiday: Holiday | undefined;
  /** The day's own intervals in order, the night that begins on it among them; none on a holiday. */
  readonly plan: readonly Span[];
  /** The same and what is left of the night before, which belongs to the day on which it began. */
  readonly open: readonly Span[];
}

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;

/** The days from the one on which `atMs` falls, without end. */
export function* daysFrom(hours: Hours, atMs: number): Generator<LocalDay> {
  const at = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(hours.time_zone);
  let date = at.toPlainDate().subtract({ days: 1 });
  let fromMs = startOf(date, hours);
  let night: readonly Span[] = [];
  let holidays = { year: date.year, days: holidaysIn(hours, date.year) };
  for (let isYesterday = true; ; isYesterday = false) {
    const tomorrow = date.add({ days: 1 });
    const toMs = startOf(tomorrow, hours);
    if (date.year !== holidays.year) holidays = { year: date.year, days: holidaysIn(hours, date.year) };
    const holiday = holidays.days.get(date.toString());
    const plan = holiday === undefined ? planOf(hours, { date, fromMs, toMs }) : [];
    if (!isYesterday) yield { fromMs, toMs, holiday, plan, open: [...night, ...plan] };
    night = plan;
    date = tomorrow;
    fromMs = toMs;
  }
}

/** The span between two local times: every instant at which a clock in the zone shows a time in it. */
export function spanOf(from: Temporal.PlainDateTime, to: Temporal.PlainDateTime, zone: string): Span {
  return { fromMs: firstAt(from, zone), toMs: lastBefore(to, zone) };
}

function startOf(date: Temporal.PlainDate, { time_zone }: Hours): number {
  return date.toZonedDateTime(time_zone).epochMilliseconds;
}

interface CalendarDay extends Span {
  readonly date: Temporal.PlainDate;
}

function planOf({ weekly, time_zone }: Hours, day: CalendarDay): readonly Span[] {
  const intervals = weekly[weekdays[day.date.dayOfWeek - 1] ?? 'mon'] ?? [];
  return intervals
    .map((interval) => spanOn(day, interval, time_zone))
    .toSorted((a, b) => a.fromMs - b.fromMs);
}

function spanOn({ date, fromMs, toMs }: CalendarDay, interval: Interval, zone: string): Span {
  const [from, to] = interval;
  const endsTomorrow = to === '24:00' || isOvernight(interval);
  // Looking a year ahead passes hundreds of days; on one of 24 hours the clocks do not change, and minutes add up.
  if (toMs - fromMs === DAY_MS && (!endsTomorrow || to === '24:00')) {
    return { fromMs: fromMs + ms(from), toMs: fromMs + ms(to) };
  }
  const lastDate = endsTomorrow ? date.add({ days: 1 }) : date;
  return spanOf(date.toPlainDateTime(from), lastDate.toPlainDateTime(to === '24:00' ? '00:00' : to), zone);
}

function ms(time: string): number {
  return (minutesOf(time) ?? 0) * MINUTE_MS;
}

/** The first instant at which the clock shows `local` or, where it is put forward past it, a later time. */
function firstAt(local: Temporal.PlainDateTime, zone: string): number {
  const earlier = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  return earlier.toPlainDateTime().equals(local) ? earlier.epochMilliseconds : changeAfter(earlier);
}

/** The first instant from which the clock never again shows a time before `local`, though it be put back. */
function lastBefore(local: Temporal.PlainDateTime, zone: string): number {
  const minuteBefore = local.subtract({ minutes: 1 });
  const later = minuteBefore.toZonedDateTime(zone, { disambiguation: 'later' });
  if (later.toPlainDateTime().equals(minuteBefore)) return later.epochMilliseconds + MINUTE_MS;
  return changeAfter(minuteBefore.toZonedDateTime(zone, { disambiguation: 'earlier' }));
}

/** The instant at which the clocks change next. */
function changeAfter(moment: Temporal.ZonedDateTime): number {
  return (moment.getTimeZoneTransition('next') ?? moment).epochMilliseconds;
}
