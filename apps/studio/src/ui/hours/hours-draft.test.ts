import { describe, expect, it } from 'vitest';
import { likeMonday, readHours, withFurther, writeHours } from './hours-draft.ts';

const clinic = {
  time_zone: 'America/Chicago',
  weekly: {
    mon: [
      ['08:00', '12:30'],
      ['13:30', '18:00'],
    ],
    sat: [['22:00', '02:00']],
  },
  holidays: [
    { date: '2026-12-25', name: 'Christmas Day', every_year: true },
    { date: '2026-07-03' },
    { nth_weekday: { nth: 4, weekday: 'thu', month: 11 }, name: 'Thanksgiving' },
    { nth_weekday: { nth: 'last', weekday: 'mon', month: 5, plus_days: 1 } },
    { easter: -2, name: 'Good Friday' },
  ],
  closures: [{ from: '2026-08-03T12:00', to: '2026-08-03T15:00', reason: 'Training' }],
  later: { a: 1 },
};

describe('hours being written', () => {
  it('come out as they went in', () => {
    expect(writeHours(readHours(clinic))).toEqual(clinic);
  });

  it('leave out what says nothing', () => {
    const draft = readHours({ ...clinic, holidays: [], closures: [], weekly: { mon: [] } });
    expect(writeHours(draft)).toEqual({ time_zone: 'America/Chicago', weekly: {}, later: { a: 1 } });
  });

  it('keep half-written times where they stand', () => {
    const week = { mon: [['08:00'], 'nonsense', ['13:00', '']] };
    expect(readHours({ weekly: week }).week.mon).toEqual([
      ['08:00', ''],
      ['', ''],
      ['13:00', ''],
    ]);
  });

  it('begin anew from anything else', () => {
    expect(writeHours(readHours('nonsense'))).toEqual({ time_zone: '', weekly: {} });
  });
});

describe('another opening of a day', () => {
  it('begins after a break', () => {
    expect(withFurther([])).toEqual({ times: [['09:00', '17:00']], added: 0 });
    expect(withFurther([['08:00', '12:30']])?.times[1]).toEqual(['13:30', '17:30']);
    expect(withFurther([['08:00', '20:00']])?.times[1]).toEqual(['21:00', '24:00']);
  });

  it('comes before the others when they last into the night', () => {
    expect(withFurther([['18:00', '24:00']])).toEqual({
      times: [
        ['13:00', '17:00'],
        ['18:00', '24:00'],
      ],
      added: 0,
    });
    expect(withFurther([['22:00', '02:00']])?.times[0]).toEqual(['17:00', '21:00']);
    expect(withFurther([['03:00', '23:30']])?.times[0]).toEqual(['00:00', '02:00']);
  });

  it('needs room', () => {
    expect(withFurther([['00:00', '24:00']])).toBeUndefined();
    expect(withFurther([['', '']])).toBeUndefined();
  });
});

describe('copying Monday', () => {
  it('fills the weekdays and leaves the weekend alone', () => {
    const { week } = readHours(clinic);
    const copied = likeMonday(week);
    expect(copied.fri).toEqual(week.mon);
    expect(copied.sat).toEqual(week.sat);
    expect(copied.sun).toEqual([]);
  });
});
