import { describe, expect, test } from 'vitest';
import { render } from './templates.ts';

const scope = {
  call: { now: '2026-03-04T10:30:05.678Z' },
  vars: { zone: 'America/Chicago', minutes: -330 },
};

const written = (value: unknown, filter: string) =>
  render(`{{ vars.value | ${filter} }}`, {
    ...scope,
    vars: { ...scope.vars, value: JSON.parse(JSON.stringify(value)) },
  });

describe('the parts of a date', () => {
  test.each([
    ['%a %A %b %h %B', 'Wed Wednesday Mar Mar March'],
    ['%C %d %e %j', '20 04  4 063'],
    ['%H %I %k %l %M %S %L %p %P', '10 10 10 10 30 05 678 AM am'],
    ['%N %3N %12N', '678000000 678 678000000000'],
    ['%m %y %Y %s', '03 26 2026 1772620205'],
    ['%u %w %U %W', '3 3 09 09'],
    ['%z %:z %Z', '+0000 +00:00 +0000'],
    ['%c, %x, %X', '3/4/2026, 10:30:05 AM, 3/4/2026, 10:30:05 AM'],
    ['%-d%q %% %n|%t|', '4th % \n|\t|'],
    ['%-m %_m %05d %^a %#p %_8A', '3  3 00004 WED am Wednesday'],
    ['%Ey %D %f %', '26 %D %f %'],
  ])('%s', (format, expected) => {
    expect(written('2026-03-04T10:30:05.678Z', `date: "${format}"`)).toBe(expected);
  });

  test.each([
    ['2026-03-01', '1st'],
    ['2026-03-02', '2nd'],
    ['2026-03-03', '3rd'],
    ['2026-03-11', '11th'],
    ['2026-03-12', '12th'],
    ['2026-03-22', '22nd'],
  ])('count the day: %s is the %s', (day, expected) => {
    expect(written(day, 'date: "%-d%q"')).toBe(expected);
  });

  test('tell noon from midnight', () => {
    expect(written('2026-03-04T00:05Z', 'date: "%-I:%M %p"')).toBe('12:05 AM');
    expect(written('2026-03-04T12:05Z', 'date: "%-I:%M %p"')).toBe('12:05 PM');
  });
});

describe('a date', () => {
  const shown = 'date: "%Y-%m-%d %H:%M %z"';

  test.each([
    ['2026-03-04', '2026-03-04 00:00 +0000'],
    ['2026-03-08T02:30', '2026-03-08 02:30 +0000'],
    ['2026-03-08 02:30:15', '2026-03-08 02:30 +0000'],
    ['March 8, 2026 2:30 pm', '2026-03-08 14:30 +0000'],
    ['Sun, 08 Mar 2026 02:30:00 GMT', '2026-03-08 02:30 +0000'],
    ['Sun, 08 Mar 2026 02:30:00 +0200', '2026-03-08 02:30 +0200'],
    ['2026-03-08T02:30:00-08:00', '2026-03-08 02:30 -0800'],
    ['2026-03-08T02:30:00+05:30', '2026-03-08 02:30 +0530'],
    [1772937000, '2026-03-08 02:30 +0000'],
    ['1772937000', '2026-03-08 02:30 +0000'],
  ])('that names no zone is in UTC, one that does keeps it: %j', (value, expected) => {
    expect(written(value, shown)).toBe(expected);
  });

  test('is told in a zone by its name, or by minutes behind UTC', () => {
    expect(written('2026-03-08T08:30:00Z', `${shown}, vars.zone`)).toBe('2026-03-08 03:30 -0500');
    expect(written('2026-03-08T07:30:00Z', `${shown}, vars.zone`)).toBe('2026-03-08 01:30 -0600');
    expect(written('2026-03-08T07:30:00Z', `${shown}, vars.minutes`)).toBe('2026-03-08 13:00 +0530');
    expect(written('2026-03-08T07:30:00Z', `${shown}, vars.nothing`)).toBe('2026-03-08 07:30 +0000');
    expect(() => written('2026-03-08T07:30:00Z', `${shown}, "Mars/Olympus"`)).toThrow('Mars/Olympus');
  });

  test('has a usual form, and others under names of their own', () => {
    expect(written('2026-03-04T10:30:00Z', 'date')).toBe('Wednesday, March 4, 2026 at 10:30 am +0000');
    expect(written('2026-03-04', 'date_to_string: "ordinal", "US"')).toBe('Mar 4th, 2026');
    expect(written('2026-03-04', 'date_to_long_string')).toBe('04 March 2026');
  });

  test.each(['tomorrow', '', true, [1, 2]])('that is none stays as it is: %j', (value) => {
    expect(written(value, 'date: "%Y"')).toBe(Array.isArray(value) ? value.join(', ') : String(value));
  });
});
