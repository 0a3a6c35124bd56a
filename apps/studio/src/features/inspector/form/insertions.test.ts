import { expect, it } from 'vitest';
import { templatesOf } from './insertions.ts';

const groups = [
  {
    title: 'The call',
    items: [
      { path: 'call.now', label: 'Now', example: '2026-06-01T09:01:00.000Z' },
      { path: 'call.from', label: 'Number of the caller', example: '+13125550100' },
      { path: 'vars.name', label: 'name', example: 'Ana' },
    ],
  },
];

it('offers a time, a number of a phone and the like also as people say them', () => {
  expect(templatesOf(groups)[0]?.items.map(({ label, text }) => [label, text])).toEqual([
    ['Now', '{{ call.now }}'],
    ['Now, as a time of day', '{{ call.now | say_time }}'],
    ['Now, as a day', '{{ call.now | say_date }}'],
    ['Number of the caller', '{{ call.from }}'],
    ['Number of the caller, as a phone number', '{{ call.from | say_phone }}'],
    ['name', '{{ vars.name }}'],
  ]);
});

it('offers every way to say a value, with the value to be named', () => {
  const { title, items } = templatesOf(groups).at(-1) ?? { title: '', items: [] };
  expect(title).toBe('Say a value');
  expect(items).toContainEqual({
    label: 'As an amount of money: $1,234,567.50',
    text: '{{ value | say_money: "USD" }}',
    blank: 'value',
  });
});
