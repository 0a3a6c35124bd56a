import { describe, expect, it } from 'vitest';
import { hoursSchema, instantIn, inWords, isoIn, weekInWords } from './index.ts';

const ms = (iso: string) => Date.parse(iso);
const clinic = hoursSchema.parse({ time_zone: 'America/Chicago', weekly: {} });
const friday = ms('2026-06-05T19:00-05:00');

describe('when a line opens, in words', () => {
  it.each([
    ['today', '2026-06-05T20:30-05:00', 'today at 8:30 PM'],
    ['tomorrow', '2026-06-06T08:00-05:00', 'tomorrow at 8:00 AM'],
    ['within a week', '2026-06-08T08:00-05:00', 'on Monday at 8:00 AM'],
    ['a week later', '2026-06-12T08:00-05:00', 'on Friday, June 12 at 8:00 AM'],
  ])('says the day and the time: %s', (_, at, words) => {
    expect(inWords(clinic, friday, ms(at), 'en-US')).toBe(words);
  });

  it.each([
    ['en-GB', 'tomorrow at 08:00', 'on Monday at 08:00'],
    ['de-DE', 'morgen um 08:00', 'am Montag um 08:00'],
    ['es-US', 'mañana a las 8:00 a.m.', 'el lunes a las 8:00 a.m.'],
    ['fr-FR', 'demain à 08:00', 'lundi à 08:00'],
    ['pt-BR', 'amanhã às 08:00', 'segunda-feira às 08:00'],
    ['ja-JP', '明日 8:00', '月曜日 8:00'],
    ['vi-VN', 'lúc 08:00 Ngày mai', 'lúc 08:00 Thứ Hai'],
  ])('speaks %s', (language, tomorrow, monday) => {
    expect(inWords(clinic, friday, ms('2026-06-06T08:00-05:00'), language)).toBe(tomorrow);
    expect(inWords(clinic, friday, ms('2026-06-08T08:00-05:00'), language)).toBe(monday);
  });

  it('says one o’clock in Spanish as one hour', () => {
    expect(inWords(clinic, friday, ms('2026-06-06T13:00-05:00'), 'es-US')).toBe('mañana a la 1:00 p.m.');
  });

  it.each(['xx', 'not a language', ''])('takes “%s”, which nobody speaks, for English', (language) => {
    expect(inWords(clinic, friday, ms('2026-06-06T08:00-05:00'), language)).toBe('tomorrow at 8:00 AM');
  });

  it('counts days where the hours hold, not in UTC', () => {
    // 01:00 UTC on Saturday is still Friday evening in Chicago.
    expect(inWords(clinic, ms('2026-06-06T01:00Z'), ms('2026-06-06T13:00Z'), 'en-US')).toBe(
      'tomorrow at 8:00 AM',
    );
  });

  it('counts days and not hours when the clocks change', () => {
    const before = ms('2026-03-07T23:30-06:00');
    expect(inWords(clinic, before, ms('2026-03-08T08:00-05:00'), 'en-US')).toBe('tomorrow at 8:00 AM');
    expect(inWords(clinic, before, ms('2026-03-09T00:00-05:00'), 'en-US')).toBe('on Monday at 12:00 AM');
  });
});

describe('an instant for templates', () => {
  it('has the offset that holds there and then', () => {
    expect(isoIn(clinic, ms('2026-06-05T13:00Z'))).toBe('2026-06-05T08:00:00-05:00');
    expect(isoIn(clinic, ms('2026-12-05T14:00Z'))).toBe('2026-12-05T08:00:00-06:00');
    expect(isoIn({ ...clinic, time_zone: 'UTC' }, ms('2026-06-05T13:00Z'))).toBe('2026-06-05T13:00:00+00:00');
  });
});

describe('a local time', () => {
  it('is the instant at which the clock shows it', () => {
    expect(instantIn(clinic, '2026-06-05T08:00')).toBe(ms('2026-06-05T08:00-05:00'));
    expect(instantIn(clinic, '2026-12-05T08:00')).toBe(ms('2026-12-05T08:00-06:00'));
  });

  it('is the first of two when the clocks are put back', () => {
    expect(instantIn(clinic, '2026-11-01T01:30')).toBe(ms('2026-11-01T01:30-05:00'));
  });

  it('is none when there is no such day', () => {
    expect(instantIn(clinic, '2026-02-30T08:00')).toBeNull();
    expect(instantIn(clinic, '')).toBeNull();
  });
});

describe('a week in one line', () => {
  const shop = [['08:00', '18:00']] as const;

  it('puts days with the same hours together', () => {
    const weekly = { mon: shop, tue: shop, wed: shop, thu: shop, fri: shop, sat: [['09:00', '12:00']] };
    expect(weekInWords({ time_zone: 'UTC', weekly })).toBe('Mon–Fri 08:00–18:00, Sat 09:00–12:00');
  });

  it('names both halves of a day, and days that are not in a row apart', () => {
    const day = [
      ['08:00', '12:30'],
      ['13:30', '18:00'],
    ] as const;
    expect(weekInWords({ weekly: { mon: day, wed: day } })).toBe(
      'Mon 08:00–12:30 and 13:30–18:00, Wed 08:00–12:30 and 13:30–18:00',
    );
  });

  it('stops after two, for the rest is in the settings', () => {
    const weekly = { mon: shop, tue: [['09:00', '12:00']], wed: shop, thu: [['09:00', '12:00']] } as const;
    expect(weekInWords({ weekly })).toBe('Mon 08:00–18:00, Tue 09:00–12:00 …');
  });

  it('says so when nothing ever opens or closes', () => {
    const all = [['00:00', '24:00']] as const;
    const weekly = { mon: all, tue: all, wed: all, thu: all, fri: all, sat: all, sun: all };
    expect(weekInWords({ weekly })).toBe('Always open');
    expect(weekInWords({ weekly: { mon: [] } })).toBe('Always closed');
  });

  it('says what it can of a draft', () => {
    expect(weekInWords({ weekly: { mon: [['08:00', ''], 'nonsense'] } })).toBe('Mon 08:00–');
    expect(weekInWords('nonsense')).toBe('');
    expect(weekInWords(undefined)).toBe('');
  });
});
