import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { hoursSchema, type Interval, isOvernight, minutesOf, stateAt } from './index.ts';

const ms = (iso: string) => Date.parse(iso);

function daily(time_zone: string, ...intervals: [string, string][]) {
  const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
  return hoursSchema.parse({ time_zone, weekly: Object.fromEntries(days.map((day) => [day, intervals])) });
}

describe('Chicago, 8 March 2026: from 02:00 the clocks go to 03:00', () => {
  it('opens at eight by the new clock', () => {
    const shop = daily('America/Chicago', ['08:00', '18:00']);
    expect(stateAt(shop, ms('2026-03-08T01:00-06:00')).opensAt).toBe(ms('2026-03-08T08:00-05:00'));
    expect(stateAt(shop, ms('2026-03-07T19:00-06:00')).opensAt).toBe(ms('2026-03-08T08:00-05:00'));
    expect(stateAt(shop, ms('2026-03-08T09:00-05:00')).until).toBe(ms('2026-03-08T18:00-05:00'));
  });

  it('opens as the clocks change when the hour of opening is skipped', () => {
    const early = daily('America/Chicago', ['02:30', '05:00']);
    expect(stateAt(early, ms('2026-03-08T01:59-06:00')).opensAt).toBe(ms('2026-03-08T03:00-05:00'));
    expect(stateAt(early, ms('2026-03-08T03:15-05:00')).state).toBe('open');
  });

  it('closes as the clocks change when the hour of closing is skipped', () => {
    const late = daily('America/Chicago', ['22:00', '02:30']);
    expect(stateAt(late, ms('2026-03-07T23:00-06:00')).until).toBe(ms('2026-03-08T03:00-05:00'));
    expect(stateAt(late, ms('2026-03-08T03:15-05:00')).state).toBe('closed');
  });

  it('does not open for hours that are skipped altogether', () => {
    const short = daily('America/Chicago', ['02:10', '02:50']);
    expect(stateAt(short, ms('2026-03-08T00:00-06:00')).opensAt).toBe(ms('2026-03-09T02:10-05:00'));
  });
});

describe('Chicago, 1 November 2026: from 02:00 the clocks go back to 01:00', () => {
  it('opens when the clocks first show the time', () => {
    const early = daily('America/Chicago', ['01:30', '06:00']);
    expect(stateAt(early, ms('2026-11-01T00:00-05:00')).opensAt).toBe(ms('2026-11-01T01:30-05:00'));
    expect(stateAt(early, ms('2026-11-01T01:15-06:00')).state).toBe('open');
  });

  it('closes when the clocks show the time for good', () => {
    const late = daily('America/Chicago', ['20:00', '01:30']);
    expect(stateAt(late, ms('2026-10-31T23:00-05:00')).until).toBe(ms('2026-11-01T01:30-06:00'));
  });

  it('closes at once at the time at which the doubled hour begins', () => {
    const late = daily('America/Chicago', ['20:00', '01:00']);
    expect(stateAt(late, ms('2026-10-31T23:00-05:00')).until).toBe(ms('2026-11-01T01:00-05:00'));
  });

  it('is open for 25 hours around the clock', () => {
    const sunday = hoursSchema.parse({ time_zone: 'America/Chicago', weekly: { sun: [['00:00', '24:00']] } });
    expect(stateAt(sunday, ms('2026-11-01T12:00-06:00')).until).toBe(ms('2026-11-02T00:00-06:00'));
    expect(stateAt(sunday, ms('2026-10-31T12:00-05:00')).opensAt).toBe(ms('2026-11-01T00:00-05:00'));
  });
});

describe('Berlin', () => {
  const shop = daily('Europe/Berlin', ['08:00', '12:30'], ['13:30', '18:00']);

  it('keeps its hours on the day the clocks are put forward, 29 March 2026', () => {
    expect(stateAt(shop, ms('2026-03-29T00:30+01:00')).opensAt).toBe(ms('2026-03-29T08:00+02:00'));
    expect(stateAt(shop, ms('2026-03-29T12:45+02:00'))).toMatchObject({
      state: 'break',
      until: ms('2026-03-29T13:30+02:00'),
    });
  });

  it('keeps its hours on the day the clocks are put back, 25 October 2026', () => {
    expect(stateAt(shop, ms('2026-10-25T02:30+02:00')).opensAt).toBe(ms('2026-10-25T08:00+01:00'));
    expect(stateAt(shop, ms('2026-10-25T17:59+01:00')).until).toBe(ms('2026-10-25T18:00+01:00'));
  });

  it('ends a closure by the clock that holds then', () => {
    const closed = { ...shop, closures: [{ from: '2026-10-24T20:00', to: '2026-10-25T10:00' }] };
    expect(stateAt(closed, ms('2026-10-25T01:00+02:00')).opensAt).toBe(ms('2026-10-25T10:00+01:00'));
  });
});

describe('Lord Howe Island, where the clocks change by half an hour', () => {
  it('opens as the clocks skip from 02:00 to 02:30, 4 October 2026', () => {
    const early = daily('Australia/Lord_Howe', ['02:15', '06:00']);
    expect(stateAt(early, ms('2026-10-04T01:00+10:30')).opensAt).toBe(ms('2026-10-04T02:30+11:00'));
  });

  it('closes at the second 01:45 as the clocks go from 02:00 to 01:30, 5 April 2026', () => {
    const late = daily('Australia/Lord_Howe', ['18:00', '01:45']);
    expect(stateAt(late, ms('2026-04-04T20:00+11:00')).until).toBe(ms('2026-04-05T01:45+10:30'));
  });
});

describe('midnights that do not exist or come twice', () => {
  it('begins the day at one where midnight is skipped: Santiago, 6 September 2026', () => {
    const always = daily('America/Santiago', ['00:00', '24:00']);
    const sunday = { ...always, holidays: [{ date: '2026-09-06' }] };
    expect(stateAt(sunday, ms('2026-09-05T23:00-04:00')).until).toBe(ms('2026-09-06T01:00-03:00'));
  });

  it('stays open to the real end of a day whose last hour comes twice: Santiago, 4 April 2026', () => {
    const saturday = hoursSchema.parse({
      time_zone: 'America/Santiago',
      weekly: { sat: [['08:00', '24:00']] },
    });
    expect(stateAt(saturday, ms('2026-04-04T12:00-03:00')).until).toBe(ms('2026-04-05T00:00-04:00'));
  });

  it('does not stay open into a day whose first hour comes twice: Havana, 1 November 2026', () => {
    const saturday = hoursSchema.parse({
      time_zone: 'America/Havana',
      weekly: { sat: [['08:00', '24:00']] },
    });
    expect(stateAt(saturday, ms('2026-10-31T12:00-04:00')).until).toBe(ms('2026-11-01T00:00-04:00'));
  });
});

describe('a caller who reads the clock', () => {
  const clock = fc
    .integer({ min: 0, max: 1_439 })
    .map((minutes) => new Date(minutes * 60_000).toISOString().slice(11, 16));
  const interval = fc.tuple(clock, clock).filter(([from, to]) => from !== to);
  const zones = [
    'America/Chicago',
    'Europe/Berlin',
    'Australia/Lord_Howe',
    'America/Santiago',
    'Asia/Kolkata',
  ];
  // The days on which the clocks of these places change in 2026, and one of no change.
  const days = [
    '2026-03-08',
    '2026-11-01',
    '2026-03-29',
    '2026-10-25',
    '2026-04-04',
    '2026-10-03',
    '2026-07-01',
  ];
  const instant = fc
    .tuple(fc.constantFrom(...days), fc.integer({ min: -720, max: 2_160 }))
    .map(([day, minutes]) => Date.parse(`${day}T00:00Z`) + minutes * 60_000);

  it('never finds the line closed at a time that is within the hours', () => {
    const property = fc.property(fc.constantFrom(...zones), interval, instant, (zone, each, at) => {
      const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime();
      fc.pre(isWithin(each, shown.hour * 60 + shown.minute));
      expect(stateAt(daily(zone, each), at).state).toBe('open');
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('finds the line as it was foretold', () => {
    const property = fc.property(fc.constantFrom(...zones), interval, instant, (zone, each, at) => {
      const hours = daily(zone, each);
      const { state, until, opensAt } = stateAt(hours, at);
      const stateOf = (then: number | null, shift = 0) =>
        then === null ? null : stateAt(hours, then + shift).state;
      expect(stateOf(until, -1)).toBe(state);
      expect(stateOf(until)).not.toBe(state);
      expect(stateOf(opensAt, -1)).not.toBe('open');
      expect(stateOf(opensAt)).toBe('open');
    });
    fc.assert(property, { numRuns: 300 });
  });
});

function isWithin(interval: Interval, minute: number): boolean {
  const [from = 0, to = 0] = interval.map(minutesOf);
  return isOvernight(interval) ? minute >= from || minute < to : minute >= from && minute < to;
}
