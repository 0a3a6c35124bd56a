import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { type Hours, hoursSchema, stateAt } from './index.ts';

const ms = (iso: string) => Date.parse(iso);
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** The standing with its instants in ISO, UTC. */
function standing(hours: Hours, at: string) {
  const { state, reason, until, opensAt } = stateAt(hours, ms(at));
  return { state, reason, until: iso(until), opensAt: iso(opensAt) };
}

const week = (...intervals: [string, string][]) => ({
  mon: intervals,
  tue: intervals,
  wed: intervals,
  thu: intervals,
  fri: intervals,
  sat: intervals,
  sun: intervals,
});

const clinic = hoursSchema.parse({
  time_zone: 'America/Chicago',
  weekly: { ...week(['08:00', '12:30'], ['13:30', '18:00']), sat: [['09:00', '12:00']], sun: [] },
  holidays: [
    { date: '2020-12-25', name: 'Christmas Day', every_year: true },
    { date: '2026-11-26', name: 'Thanksgiving' },
  ],
  closures: [
    { from: '2026-08-03T12:00', to: '2026-08-03T15:00', reason: 'Staff training' },
    { from: '2026-08-05T17:00', to: '2026-08-06T10:00', reason: 'Stocktaking' },
  ],
});

describe('an ordinary week', () => {
  it('is open within the hours, until they end', () => {
    expect(standing(clinic, '2026-06-02T09:00-05:00')).toEqual({
      state: 'open',
      until: '2026-06-02T17:30:00.000Z',
      opensAt: '2026-06-02T18:30:00.000Z',
    });
  });

  it('opens on the minute and closes on the minute', () => {
    expect(stateAt(clinic, ms('2026-06-02T08:00-05:00')).state).toBe('open');
    expect(stateAt(clinic, ms('2026-06-02T08:00-05:00') - 1).state).toBe('closed');
    expect(stateAt(clinic, ms('2026-06-02T18:00-05:00') - 1).state).toBe('open');
    expect(stateAt(clinic, ms('2026-06-02T18:00-05:00')).state).toBe('closed');
  });

  it('is in a break at 12:45 on a Tuesday', () => {
    expect(standing(clinic, '2026-06-02T12:45-05:00')).toEqual({
      state: 'break',
      until: '2026-06-02T18:30:00.000Z',
      opensAt: '2026-06-02T18:30:00.000Z',
    });
  });

  it('is closed before the first hours and after the last, not in a break', () => {
    expect(stateAt(clinic, ms('2026-06-02T07:00-05:00')).state).toBe('closed');
    expect(standing(clinic, '2026-06-02T19:00-05:00')).toEqual({
      state: 'closed',
      until: '2026-06-03T13:00:00.000Z',
      opensAt: '2026-06-03T13:00:00.000Z',
    });
  });

  it('looks past days that are left out', () => {
    expect(standing(clinic, '2026-06-06T13:00-05:00').opensAt).toBe('2026-06-08T13:00:00.000Z');
  });

  it('takes hours that touch for one opening', () => {
    const shifts = hoursSchema.parse({
      time_zone: 'UTC',
      weekly: {
        mon: [
          ['12:00', '18:00'],
          ['08:00', '12:00'],
        ],
      },
    });
    expect(standing(shifts, '2026-06-01T09:00Z')).toEqual({
      state: 'open',
      until: '2026-06-01T18:00:00.000Z',
      opensAt: '2026-06-08T08:00:00.000Z',
    });
  });
});

describe('a line that never changes', () => {
  it('never opens without hours', () => {
    const never = hoursSchema.parse({ time_zone: 'Europe/Berlin', weekly: {} });
    expect(standing(never, '2026-06-02T12:00Z')).toEqual({ state: 'closed', until: null, opensAt: null });
  });

  it('never closes around the clock', () => {
    const always = hoursSchema.parse({ time_zone: 'Europe/Berlin', weekly: week(['00:00', '24:00']) });
    expect(standing(always, '2026-06-02T12:00Z')).toEqual({ state: 'open', until: null, opensAt: null });
  });

  it('is not looked at beyond 400 days', () => {
    const once = { time_zone: 'UTC', weekly: week(['00:00', '24:00']) };
    const from = (to: string) => hoursSchema.parse({ ...once, closures: [{ from: '2026-01-01T00:00', to }] });
    expect(stateAt(from('2027-01-20T00:00'), ms('2026-01-01T00:00Z')).opensAt).toBe(ms('2027-01-20T00:00Z'));
    expect(stateAt(from('2027-03-20T00:00'), ms('2026-01-01T00:00Z')).opensAt).toBeNull();
  });
});

describe('holidays', () => {
  it.each([2024, 2026, 2031])('are kept on 25 December %i when they come every year', (year) => {
    expect(stateAt(clinic, ms(`${year}-12-25T10:00-06:00`))).toMatchObject({
      state: 'holiday',
      reason: 'Christmas Day',
      until: ms(`${year}-12-26T00:00-06:00`),
    });
  });

  it('are kept once when they come once', () => {
    expect(stateAt(clinic, ms('2026-11-26T10:00-06:00'))).toMatchObject({
      state: 'holiday',
      reason: 'Thanksgiving',
      opensAt: ms('2026-11-27T08:00-06:00'),
    });
    expect(stateAt(clinic, ms('2027-11-26T10:00-06:00')).state).toBe('open');
  });

  it('begin at midnight where the hours hold', () => {
    expect(stateAt(clinic, ms('2026-12-25T05:59Z')).state).toBe('closed');
    expect(stateAt(clinic, ms('2026-12-25T06:00Z')).state).toBe('holiday');
  });

  it('win over a closure, and leave the night before them to the day on which it began', () => {
    const bar = hoursSchema.parse({
      time_zone: 'America/Chicago',
      weekly: week(['20:00', '02:00']),
      holidays: [{ date: '2026-07-04' }],
      closures: [{ from: '2026-07-04T10:00', to: '2026-07-04T12:00', reason: 'Cleaning' }],
    });
    expect(standing(bar, '2026-07-03T23:00-05:00').until).toBe('2026-07-04T07:00:00.000Z');
    expect(standing(bar, '2026-07-04T01:00-05:00').state).toBe('open');
    expect(standing(bar, '2026-07-04T03:00-05:00')).toMatchObject({ state: 'holiday', reason: undefined });
    expect(standing(bar, '2026-07-04T11:00-05:00')).toMatchObject({ state: 'holiday', reason: undefined });
    expect(standing(bar, '2026-07-05T01:00-05:00').state).toBe('closed');
  });

  it('leave a closure in the night before them as it is', () => {
    const bar = hoursSchema.parse({
      time_zone: 'UTC',
      weekly: week(['20:00', '04:00']),
      holidays: [{ date: '2026-07-04', name: 'Independence Day' }],
      closures: [{ from: '2026-07-04T01:00', to: '2026-07-04T06:00', reason: 'Cleaning' }],
    });
    expect(standing(bar, '2026-07-04T00:30Z').state).toBe('open');
    expect(standing(bar, '2026-07-04T01:30Z')).toMatchObject({ state: 'closed', reason: 'Cleaning' });
    expect(standing(bar, '2026-07-04T05:00Z')).toMatchObject({ state: 'holiday' });
  });

  it.each([
    ['2026-11-26', { nth: 4, weekday: 'thu', month: 11 }],
    ['2027-11-25', { nth: 4, weekday: 'thu', month: 11 }],
    ['2026-11-27', { nth: 4, weekday: 'thu', month: 11, plus_days: 1 }],
    ['2026-05-25', { nth: 'last', weekday: 'mon', month: 5 }],
    ['2027-05-31', { nth: 'last', weekday: 'mon', month: 5 }],
    ['2026-09-07', { nth: 1, weekday: 'mon', month: 9 }],
    ['2026-12-31', { nth: 1, weekday: 'fri', month: 1, plus_days: -1 }],
    ['2026-08-31', { nth: 5, weekday: 'mon', month: 8 }],
  ] as const)('move: on %s it is %j', (day, nth_weekday) => {
    const moving = hoursSchema.parse({
      time_zone: 'UTC',
      weekly: week(['00:00', '24:00']),
      holidays: [{ nth_weekday }],
    });
    const at = Temporal.PlainDate.from(day);
    expect(stateAt(moving, ms(`${at.toString()}T12:00Z`)).state).toBe('holiday');
    expect(stateAt(moving, ms(`${at.add({ days: 7 }).toString()}T12:00Z`)).state).toBe('open');
    expect(stateAt(moving, ms(`${at.subtract({ days: 7 }).toString()}T12:00Z`)).state).toBe('open');
  });

  it('of a fifth Monday come only in months that have one', () => {
    const fifth = { nth: 5, weekday: 'mon', month: 9 };
    const moving = hoursSchema.parse({ time_zone: 'UTC', weekly: {}, holidays: [{ nth_weekday: fifth }] });
    expect(stateAt(moving, ms('2026-10-05T12:00Z')).state).toBe('closed');
    expect(stateAt(moving, ms('2026-09-28T12:00Z')).state).toBe('closed');
  });

  it.each([
    ['2024-03-31', 0],
    ['2025-04-20', 0],
    ['2026-04-05', 0],
    ['2027-03-28', 0],
    ['2038-04-25', 0],
    ['2285-03-22', 0],
    ['2026-04-03', -2],
    ['2026-04-06', 1],
    ['2026-05-14', 39],
    ['2026-05-25', 50],
    ['2026-02-16', -48],
  ])('move with Easter: on %s, %i days after it', (day, easter) => {
    const moving = hoursSchema.parse({
      time_zone: 'UTC',
      weekly: week(['00:00', '24:00']),
      holidays: [{ easter }],
    });
    expect(stateAt(moving, ms(`${day}T12:00Z`)).state).toBe('holiday');
    const next = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
    expect(stateAt(moving, ms(`${next}T12:00Z`)).state).toBe('open');
  });

  it('on 29 February come in leap years', () => {
    const leap = hoursSchema.parse({
      time_zone: 'UTC',
      weekly: week(['00:00', '24:00']),
      holidays: [{ date: '2024-02-29', every_year: true }],
    });
    expect(stateAt(leap, ms('2028-02-29T12:00Z')).state).toBe('holiday');
    expect(stateAt(leap, ms('2027-03-01T12:00Z')).state).toBe('open');
  });
});

describe('closures', () => {
  it('close within the hours, with their reason', () => {
    expect(standing(clinic, '2026-08-03T14:00-05:00')).toEqual({
      state: 'closed',
      reason: 'Staff training',
      until: '2026-08-03T20:00:00.000Z',
      opensAt: '2026-08-03T20:00:00.000Z',
    });
  });

  it('take the place of a break', () => {
    expect(stateAt(clinic, ms('2026-08-03T12:45-05:00'))).toMatchObject({
      state: 'closed',
      reason: 'Staff training',
    });
  });

  it('run across midnight', () => {
    const opensAt = '2026-08-06T15:00:00.000Z';
    for (const at of ['2026-08-05T17:00-05:00', '2026-08-05T23:59-05:00', '2026-08-06T09:59-05:00']) {
      expect(standing(clinic, at)).toMatchObject({ state: 'closed', reason: 'Stocktaking', opensAt });
    }
    expect(stateAt(clinic, ms('2026-08-05T16:59-05:00')).until).toBe(ms('2026-08-05T17:00-05:00'));
    expect(stateAt(clinic, ms('2026-08-06T10:00-05:00')).state).toBe('open');
  });

  it('end a break that would not end by itself any more', () => {
    const afternoonOff = { from: '2026-06-02T13:30', to: '2026-06-02T18:00' };
    const hours = { ...clinic, closures: [afternoonOff] };
    expect(standing(hours, '2026-06-02T12:45-05:00')).toMatchObject({
      state: 'closed',
      opensAt: '2026-06-03T13:00:00.000Z',
    });
  });

  it('that come one after the other count as one', () => {
    const hours = {
      ...clinic,
      closures: [
        { from: '2026-06-02T08:00', to: '2026-06-02T09:00', reason: 'A' },
        { from: '2026-06-02T09:00', to: '2026-06-02T10:00', reason: 'B' },
      ],
    };
    expect(standing(hours, '2026-06-02T08:30-05:00')).toMatchObject({
      reason: 'A',
      until: '2026-06-02T15:00:00.000Z',
    });
  });
});

describe('hours past midnight', () => {
  const bar = hoursSchema.parse({
    time_zone: 'Europe/Berlin',
    weekly: {
      fri: [['18:00', '02:00']],
      sat: [
        ['10:00', '12:00'],
        ['18:00', '24:00'],
      ],
      sun: [['00:00', '03:00']],
    },
  });

  it('belong to the day on which they begin', () => {
    expect(standing(bar, '2026-06-06T01:00+02:00')).toEqual({
      state: 'open',
      until: '2026-06-06T00:00:00.000Z',
      opensAt: '2026-06-06T08:00:00.000Z',
    });
    expect(stateAt(bar, ms('2026-06-05T01:00+02:00')).state).toBe('closed');
  });

  it('leave no break behind them', () => {
    expect(stateAt(bar, ms('2026-06-06T05:00+02:00')).state).toBe('closed');
    expect(stateAt(bar, ms('2026-06-06T15:00+02:00')).state).toBe('break');
  });

  it('may be written as two days', () => {
    expect(standing(bar, '2026-06-06T23:00+02:00').until).toBe('2026-06-07T01:00:00.000Z');
  });
});
