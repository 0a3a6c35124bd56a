import { describe, expect, test } from 'vitest';
import { spokenFilterList, spokenFilters } from './spoken-filters.ts';
import { render, renderValue } from './templates.ts';

const call = { now: '2026-06-01T21:30:00-05:00', time_zone: 'America/Chicago', language: 'en-US' };

const said = (value: unknown, filter: string, more: object = {}) =>
  render(`{{ vars.value | ${filter} }}`, {
    call: { ...call, ...more },
    vars: { value: JSON.parse(JSON.stringify(value)) },
  });

describe.each(spokenFilterList)('$name', ({ use, given, spoken }) => {
  test('says its example as it is told', () => expect(said(given, use)).toBe(spoken));
});

test('every filter is told of, once', () => {
  expect(spokenFilterList.map(({ name }) => name)).toEqual(Object.keys(spokenFilters));
});

describe('a time', () => {
  test.each([
    ['2026-06-02T02:30:00Z', '9:30 PM'],
    ['2026-06-02T02:30:00.000Z', '9:30 PM'],
    [1780367400, '9:30 PM'],
    ['2026-06-01T21:30:00+02:00', '9:30 PM'],
    ['2026-06-01T21:30', '9:30 PM'],
    ['now', '9:30 PM'],
    ['soon', 'soon'],
    [null, ''],
  ])('is told by the clock of the call, or the offset it names: %j', (value, expected) => {
    expect(said(value, 'say_time')).toBe(expected);
  });

  test('is told in another zone on wish, and not in one that does not exist', () => {
    expect(said('now', 'say_time: "Europe/Berlin"')).toBe('4:30 AM');
    expect(() => said('now', 'say_time: "Mars/Olympus"')).toThrow('there is no time zone Mars/Olympus');
  });

  test('is on the day that the clock of the call shows, with its year where that is another', () => {
    expect(said('2026-06-02T02:30:00Z', 'say_date')).toBe('Monday, June 1');
    expect(said('2026-06-01', 'say_date')).toBe('Monday, June 1');
    expect(said('2027-06-01', 'say_date')).toBe('Tuesday, June 1, 2027');
    expect(said('2026-06-02T02:30:00Z', 'say_date: "weekday"')).toBe('Monday');
    expect(said('2026-06-02T02:30:00Z', 'say_date: "month"')).toBe('June');
  });

  test('is told by the call’s clock in the formats of Liquid too', () => {
    expect(said('now', 'date: "%H:%M on %A"')).toBe('21:30 on Monday');
    expect(said('2026-06-02T02:30:00Z', 'date: "%H:%M on %A"')).toBe('21:30 on Monday');
    expect(said('2026-06-01', 'date: "%A %d"')).toBe('Monday 01');
    expect(said('2026-06-01 10:15', 'date: "%H:%M"')).toBe('10:15');
  });

  test('is in UTC where the format says so', () => {
    expect(said('now', 'date: "%s" | plus: 600 | date: "%Y-%m-%dT%H:%M:%SZ"')).toBe('2026-06-02T02:40:00Z');
    expect(said('now', 'date: "%H:%M:%S.%3NZ"')).toBe('02:30:00.000Z');
    expect(said('now', 'date: "%H:%M %Z"')).toBe('21:30 -0500');
  });

  test('is in UTC where the call has no zone', () => {
    expect(said('2026-06-02T02:30:00Z', 'say_time', { time_zone: undefined })).toBe('2:30 AM');
  });
});

describe('the language of the call', () => {
  test.each([
    ['de-DE', '21:30', 'Montag, 1. Juni', '1.234.567,5', 'Ana und Ben'],
    ['es-MX', '9:30 p.m.', 'lunes, 1 de junio', '1,234,567.5', 'Ana y Ben'],
    ['fr-FR', '21:30', 'lundi 1 juin', '1 234 567,5', 'Ana et Ben'],
    ['cmn-CN', '21:30', '6月1日星期一', '1,234,567.5', 'Ana和Ben'],
    ['xx-!!', '9:30 PM', 'Monday, June 1', '1,234,567.5', 'Ana and Ben'],
  ])('is spoken: %s', (language, time, day, number, list) => {
    const place = { language };
    expect(said('now', 'say_time', place)).toBe(time);
    expect(said('now', 'say_date', place)).toBe(day);
    expect(said(1234567.5, 'say_number', place)).toBe(number);
    expect(said(['Ana', 'Ben'], 'say_list', place)).toBe(list);
  });
});

describe('a number', () => {
  test('has as many decimals as are wished for', () => {
    expect(said(3, 'say_number: 2')).toBe('3.00');
    expect(said('1234.5', 'say_number')).toBe('1,234.5');
    expect(said(1e-7, 'say_number')).toBe('0.0000001');
    expect(said('a few', 'say_number')).toBe('a few');
  });

  test('is money in a currency that is named', () => {
    expect(said('12.5', 'say_money: "eur"', { language: 'de-DE' })).toBe('12,50 €');
    expect(() => said(5, 'say_money')).toThrow('say_money needs a currency');
    expect(said(5, 'say_money: "XQZ"')).toContain('5.00');
  });

  test('without a filter is written out, however small or large', () => {
    const scope = { vars: { small: 1e-7, large: 1e21, usual: 1234567.5 } };
    expect(render('{{ vars.small }} {{ vars.large }} {{ vars.usual }}', scope)).toBe(
      '0.0000001 1000000000000000000000 1234567.5',
    );
  });
});

describe('a list', () => {
  test('is said with a joint before its last item', () => {
    expect(said(['a', 'b', 'c'], 'say_list: "or"')).toBe('a, b, or c');
    expect(said(['a', null, ''], 'say_list')).toBe('a');
    expect(said([], 'say_list')).toBe('');
    expect(said('a', 'say_list')).toBe('a');
  });

  test('without a filter does not run together', () => {
    expect(render('{{ vars.list }}', { vars: { list: ['a', ['b', 1], null] } })).toBe('a, b, 1');
    expect(renderValue('{{ vars.list }}', { vars: { list: ['a', 'b'] } })).toEqual(['a', 'b']);
  });
});

describe('digits', () => {
  test.each([
    ['+442079460958', '4 4 2, 0 7 9, 4 6 0, 9 5 8'],
    ['+13125550100', '3 1 2, 5 5 5, 0 1 0 0'],
    ['5550100', '5 5 5, 0 1 0 0'],
    ['112', '1 1 2'],
    ['anonymous', 'a n o, n y m, o u s'],
    ['', ''],
  ])('of a phone number come in groups: %s', (number, expected) => {
    expect(said(number, 'say_phone')).toBe(expected);
  });

  test('of a code come one by one', () => {
    expect(said('AB-12', 'say_digits')).toBe('A, B, 1, 2');
    expect(said(4071, 'say_digits')).toBe('4, 0, 7, 1');
    expect(said(null, 'say_digits')).toBe('');
  });
});

describe('the work of a filter', () => {
  test.each(spokenFilterList)('counts: $name', ({ use, given }) => {
    const template = `{% for i in (1..20000) %}{% assign a = vars.value | ${use} %}{% endfor %}`;
    const value = Array.isArray(given) ? Array(500).fill('Ana') : given;
    const many = typeof value === 'string' && use.startsWith('say_d') ? value.repeat(50) : value;
    expect(() => render(template, { call, vars: { value: JSON.parse(JSON.stringify(many)) } })).toThrow(
      'failed',
    );
  });
});
