import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import '../carrier-parameters/parts/meta.ts';
import { isTimeZone } from '../time-zone.ts';
import { repeatedClosures, repeatedHolidays } from './repeats.ts';

/** The days of a week as hours name them, Monday first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type Weekday = (typeof weekdays)[number];

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Minutes since midnight of a local time such as `08:30`; `24:00` is 1440, anything else `undefined`. */
export function minutesOf(time: string): number | undefined {
  if (time === '24:00') return 1_440;
  return CLOCK.test(time) ? Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) : undefined;
}

const opens = ours(z.string({ error: 'Write the time it opens, like 08:00.' }), (time) =>
  CLOCK.test(time) ? undefined : 'Write the time it opens, like 08:00.',
);

const closes = ours(z.string({ error: 'Write the time it closes, like 18:00.' }), (time) =>
  minutesOf(time) === undefined ? 'Write the time it closes, like 18:00, or 24:00 for midnight.' : undefined,
);

const interval = z
  .tuple([opens, closes], { error: 'Write when it opens and when it closes, like ["08:00", "18:00"].' })
  .superRefine(([from, to], refinement) => {
    if (from !== to) return;
    const message = 'Close after it opens. All day long is from midnight to midnight (00:00 to 24:00).';
    refinement.addIssue({ code: 'custom', path: [1], message });
  });

const day = z
  .array(interval, { error: 'Write a list, like [["08:00", "12:30"], ["13:30", "18:00"]].' })
  .max(12, 'Twelve times a day are the most.')
  .superRefine((intervals, refinement) => {
    for (const { index, other } of overlaps(intervals)) {
      const message = `This overlaps with ${other.join('–')}. Change one of the two.`;
      refinement.addIssue({ code: 'custom', path: [index, 0], message });
    }
  })
  .optional();

const weekly = z
  .strictObject(
    { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
    { error: 'Use the days mon, tue, wed, thu, fri, sat and sun.' },
  )
  .superRefine((week, refinement) => {
    for (const [index, name] of weekdays.entries()) {
      const next = weekdays[(index + 1) % 7] ?? 'mon';
      const tail = (week[name] ?? []).find(isOvernight)?.[1];
      const tailEnd = minutesOf(tail ?? '') ?? 0;
      const hit = (week[next] ?? []).findIndex(([from]) => (minutesOf(from) ?? 1_440) < tailEnd);
      if (hit === -1) continue;
      const message = `The day before is open until ${tail} in the night. Open later, or close earlier the day before.`;
      refinement.addIssue({ code: 'custom', path: [next, hit, 0], message });
    }
  });

const nthWeekday = z.strictObject(
  {
    nth: z.literal([1, 2, 3, 4, 5, 'last'], { error: 'Choose which one of the month: 1 to 5, or the last.' }),
    weekday: z.enum(weekdays, { error: 'Use the days mon, tue, wed, thu, fri, sat and sun.' }),
    month: numberFrom(1, 12, 'Choose a month, from 1 (January) to 12 (December).'),
    plus_days: numberFrom(-30, 30, 'Write how many days later, from -30 to 30.').optional(),
  },
  { error: 'Write it like { "nth": 4, "weekday": "thu", "month": 11 }.' },
);

const holiday = z
  .strictObject(
    {
      date: ours(z.string({ error: 'Choose a day.' }), dateComplaint).optional(),
      nth_weekday: nthWeekday.optional(),
      easter: numberFrom(-80, 80, 'Write how many days after Easter Sunday, from -80 to 80.').optional(),
      name: z.string().max(80, 'Keep the name under 80 characters.').optional(),
      every_year: z.boolean({ error: 'Choose yes (true) or no (false).' }).optional(),
    },
    { error: 'A holiday has a "date", an "nth_weekday" or a day counted from "easter".' },
  )
  .superRefine(({ date, nth_weekday, easter }, refinement) => {
    const given = [date, nth_weekday, easter].filter((way) => way !== undefined);
    if (given.length === 1) return;
    const message = given.length === 0 ? 'Choose a day.' : 'Give its day in one way only.';
    refinement.addIssue({ code: 'custom', path: ['date'], message });
  });

const begins = ours(z.string({ error: 'Choose when it begins.' }), momentComplaint);
const ends = ours(z.string({ error: 'Choose when it ends.' }), momentComplaint);

const closure = z
  .strictObject(
    {
      from: begins,
      to: ends,
      reason: z.string().max(120, 'Keep the reason under 120 characters.').optional(),
    },
    { error: 'A closure is { "from", "to", "reason" }.' },
  )
  .superRefine(({ from, to }, refinement) => {
    if (momentComplaint(from) !== undefined || momentComplaint(to) !== undefined || from < to) return;
    refinement.addIssue({ code: 'custom', path: ['to'], message: 'End the closure after it begins.' });
  });

/**
 * When a line is open, as the engine reads it: local times of one time zone. A day left out is closed; an interval that closes at an earlier
 * time than it opens runs past midnight and belongs to the day on which it opens.
 */
export const readableHours = z
  .object(
    {
      time_zone: ours(z.string({ error: 'Choose a time zone.' }), zoneComplaint),
      weekly,
      holidays: z.array(holiday, { error: 'Write a list of holidays.' }).max(200).optional(),
      closures: z.array(closure, { error: 'Write a list of closures.' }).max(200).optional(),
    },
    { error: 'Set the opening hours.' },
  )
  .meta({
    title: 'Opening hours',
    help: 'When the line is open: hours for each weekday, holidays, and closures that happen once.',
    control: 'hours',
  });

/** The same as it is written down: nothing stands in it twice. */
export const hoursSchema = readableHours.superRefine(({ holidays = [], closures = [] }, refinement) => {
  for (const { index, first } of repeatedHolidays(holidays)) {
    const { name } = holidays[first] ?? {};
    const message = `This day is in the list already, as ${name === undefined || name === '' ? `row ${first + 1}` : `“${name}”`}. Remove one of the two.`;
    refinement.addIssue({ code: 'custom', path: ['holidays', index, 'date'], message });
  }
  for (const { index, first } of repeatedClosures(closures)) {
    const message = `This closure is in the list already, as row ${first + 1}. Remove one of the two.`;
    refinement.addIssue({ code: 'custom', path: ['closures', index, 'from'], message });
  }
});

export type Hours = z.infer<typeof readableHours>;
export type Interval = z.infer<typeof interval>;
export type Holiday = z.infer<typeof holiday>;
export type Closure = z.infer<typeof closure>;

/** Monday to Friday, nine to five, in UTC: where a person begins. */
export const usualHours = {
  time_zone: 'UTC',
  weekly: {
    mon: [['09:00', '17:00']],
    tue: [['09:00', '17:00']],
    wed: [['09:00', '17:00']],
    thu: [['09:00', '17:00']],
    fri: [['09:00', '17:00']],
  },
} as const satisfies z.input<typeof hoursSchema>;

/** Tells whether an interval runs past midnight. */
export function isOvernight([from, to]: Interval): boolean {
  return (minutesOf(to) ?? 0) < (minutesOf(from) ?? 0);
}

/** A text with a complaint of our own, which says already what to write instead. */
function ours(text: z.ZodString, complain: (value: string) => string | undefined) {
  return text.superRefine((value, refinement) => {
    const message = complain(value);
    if (message !== undefined) refinement.addIssue({ code: 'custom', message });
  });
}

function numberFrom(min: number, max: number, error: string) {
  return z.int({ error }).min(min, error).max(max, error);
}

function overlaps(intervals: readonly Interval[]): readonly { index: number; other: Interval }[] {
  const inOrder = intervals
    .map((each, index) => ({ each, index, from: minutesOf(each[0]), to: closesAt(each) }))
    .filter(({ from, to }) => from !== undefined && to !== undefined)
    .toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0));
  return inOrder.flatMap(({ index, from }, place) => {
    const other = inOrder[place - 1];
    return other !== undefined && (from ?? 0) < (other.to ?? 0) ? [{ index, other: other.each }] : [];
  });
}

/** Minutes since the midnight before it opens. */
function closesAt(each: Interval): number | undefined {
  const to = minutesOf(each[1]);
  return to === undefined ? undefined : to + (isOvernight(each) ? 1_440 : 0);
}

function dateComplaint(date: string): string | undefined {
  if (date === '') return 'Choose a day.';
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) return 'Write the day like 2026-12-25.';
  return exists(() => Temporal.PlainDate.from(date))
    ? undefined
    : 'There is no such day. Choose another one.';
}

function momentComplaint(moment: string): string | undefined {
  if (moment === '') return 'Choose a day and a time.';
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(moment)) return 'Write day and time like 2026-08-03T12:00.';
  return exists(() => Temporal.PlainDateTime.from(moment))
    ? undefined
    : 'There is no such day or time. Choose another one.';
}

function zoneComplaint(zone: string): string | undefined {
  return isTimeZone(zone)
    ? undefined
    : 'There is no time zone of that name. Choose one such as America/Chicago.';
}

function exists(make: () => unknown): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}
