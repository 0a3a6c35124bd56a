import { describe, expect, it } from 'vitest';
import { hoursSchema, usualHours } from './index.ts';

/** What is said about a value: where, and the sentence. */
function complaints(change: { readonly [name: string]: unknown }) {
  const result = hoursSchema.safeParse({ time_zone: 'America/Chicago', weekly: {}, ...change });
  return result.success ? [] : result.error.issues.map(({ path, message }) => [path.join('.'), message]);
}

const monday = (...intervals: unknown[]) => complaints({ weekly: { mon: intervals } });

describe('opening hours', () => {
  it('take nine to five on weekdays', () => {
    expect(hoursSchema.parse(usualHours)).toEqual(usualHours);
  });

  it('take the whole day, a night, and two halves in any order', () => {
    expect(monday(['00:00', '24:00'])).toEqual([]);
    expect(monday(['22:00', '02:00'])).toEqual([]);
    expect(monday(['13:00', '18:00'], ['08:00', '13:00'])).toEqual([]);
  });

  it.each(['8:00', '08.00', '25:00', '08:60', '24:00', ''])('do not open at “%s”', (time) => {
    expect(monday([time, '23:00'])).toEqual([['weekly.mon.0.0', 'Write the time it opens, like 08:00.']]);
  });

  it.each(['8:00', '24:01', '', '0:00'])('do not close at “%s”', (time) => {
    expect(monday(['08:00', time])).toEqual([
      ['weekly.mon.0.1', 'Write the time it closes, like 18:00, or 24:00 for midnight.'],
    ]);
  });

  it('close after they open', () => {
    expect(monday(['08:00', '08:00'])).toEqual([
      ['weekly.mon.0.1', 'Close after it opens. All day long is from midnight to midnight (00:00 to 24:00).'],
    ]);
  });

  it('do not overlap within a day', () => {
    expect(monday(['08:00', '12:30'], ['12:00', '18:00'])).toEqual([
      ['weekly.mon.1.0', 'This overlaps with 08:00–12:30. Change one of the two.'],
    ]);
    expect(monday(['18:00', '02:00'], ['20:00', '22:00'])).toHaveLength(1);
  });

  it('do not run into those of the next day', () => {
    const night = [['20:00', '03:00']];
    expect(complaints({ weekly: { sun: night, mon: [['02:00', '06:00']] } })).toEqual([
      [
        'weekly.mon.0.0',
        'The day before is open until 03:00 in the night. Open later, or close earlier the day before.',
      ],
    ]);
    expect(complaints({ weekly: { sun: night, mon: [['03:00', '06:00']] } })).toEqual([]);
  });

  it('name days as the file does', () => {
    expect(complaints({ weekly: { monday: [] } })).toEqual([
      ['weekly', 'Use the days mon, tue, wed, thu, fri, sat and sun.'],
    ]);
    expect(monday('08:00-18:00')).toEqual([
      ['weekly.mon.0', 'Write when it opens and when it closes, like ["08:00", "18:00"].'],
    ]);
  });
});

describe('the time zone', () => {
  it.each(['UTC', 'America/Chicago', 'Europe/Kyiv', 'US/Central'])('may be %s', (time_zone) => {
    expect(complaints({ time_zone })).toEqual([]);
  });

  it.each(['Chicago', 'Mars/Olympus', '', '2026-01-01T00:00Z'])('may not be “%s”', (time_zone) => {
    expect(complaints({ time_zone })).toEqual([
      ['time_zone', 'There is no time zone of that name. Choose one such as America/Chicago.'],
    ]);
  });

  it('must be chosen', () => {
    expect(complaints({ time_zone: undefined })).toEqual([['time_zone', 'Choose a time zone.']]);
  });
});

describe('holidays', () => {
  const on = (date: unknown) => complaints({ holidays: [{ date }] });

  it('are days of the calendar', () => {
    expect(on('2028-02-29')).toEqual([]);
    expect(on('2026-02-30')).toEqual([['holidays.0.date', 'There is no such day. Choose another one.']]);
    expect(on('2026-02-29')).toHaveLength(1);
  });

  it('may move: by the week of a month, or with Easter', () => {
    const thanksgiving = { nth: 4, weekday: 'thu', month: 11 };
    expect(complaints({ holidays: [{ nth_weekday: thanksgiving }, { easter: -2 }, { easter: 1 }] })).toEqual(
      [],
    );
    expect(complaints({ holidays: [{ nth_weekday: { ...thanksgiving, month: 13 } }] })).toEqual([
      ['holidays.0.nth_weekday.month', 'Choose a month, from 1 (January) to 12 (December).'],
    ]);
    expect(complaints({ holidays: [{ easter: 400 }] })).toEqual([
      ['holidays.0.easter', 'Write how many days after Easter Sunday, from -80 to 80.'],
    ]);
    expect(complaints({ holidays: [{ easter: 1, date: '2026-12-25' }] })).toEqual([
      ['holidays.0.date', 'Give its day in one way only.'],
    ]);
  });

  it.each([
    [{ date: '2026-12-25', name: 'Christmas' }, { date: '2026-12-25' }],
    [
      { date: '2020-12-25', name: 'Christmas', every_year: true },
      { date: '2026-12-25', every_year: true },
    ],
    [{ date: '2020-12-25', name: 'Christmas', every_year: true }, { date: '2026-12-25' }],
    [
      { date: '2026-12-25', name: 'Christmas' },
      { date: '2020-12-25', every_year: true },
    ],
    [{ easter: 1, name: 'Christmas' }, { easter: 1 }],
    [
      { nth_weekday: { nth: 4, weekday: 'thu', month: 11 }, name: 'Christmas' },
      { nth_weekday: { nth: 4, weekday: 'thu', month: 11, plus_days: 0 } },
    ],
  ])('do not stand in the list twice: %j', (first, second) => {
    expect(complaints({ holidays: [{ date: '2026-01-01' }, first, second] })).toEqual([
      ['holidays.2.date', 'This day is in the list already, as “Christmas”. Remove one of the two.'],
    ]);
  });

  it('are chosen', () => {
    expect(on('')).toEqual([['holidays.0.date', 'Choose a day.']]);
  });

  it.each(['25.12.2026', '2026-12-25T00:00', '12-25'])('are not written “%s”', (date) => {
    expect(on(date)).toEqual([['holidays.0.date', 'Write the day like 2026-12-25.']]);
  });
});

describe('closures', () => {
  const between = (from: string, to: string) => complaints({ closures: [{ from, to }] });

  it('end after they begin', () => {
    expect(between('2026-08-03T12:00', '2026-08-03T15:00')).toEqual([]);
    expect(between('2026-08-03T15:00', '2026-08-03T12:00')).toEqual([
      ['closures.0.to', 'End the closure after it begins.'],
    ]);
    expect(between('2026-08-03T15:00', '2026-08-03T15:00')).toHaveLength(1);
  });

  it('do not stand in the list twice', () => {
    const closure = { from: '2026-08-03T12:00', to: '2026-08-03T15:00' };
    expect(complaints({ closures: [closure, { ...closure, reason: 'Training' }] })).toEqual([
      ['closures.1.from', 'This closure is in the list already, as row 1. Remove one of the two.'],
    ]);
  });

  it('begin and end at times that exist', () => {
    expect(between('2026-08-32T12:00', '2026-09-03T15:00')).toEqual([
      ['closures.0.from', 'There is no such day or time. Choose another one.'],
    ]);
    expect(between('2026-08-03', '2026-08-03T15:00')).toEqual([
      ['closures.0.from', 'Write day and time like 2026-08-03T12:00.'],
    ]);
  });
});
