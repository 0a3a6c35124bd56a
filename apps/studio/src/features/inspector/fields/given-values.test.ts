import type { ValueType } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { givenComplaint, givenIn, givenText, givenValue, withGiven } from './given-values.ts';

describe('a value that another flow is given', () => {
  it.each<[ValueType, string, string]>([
    ['text', '12', '12'],
    ['number', '12', '{{ 12 }}'],
    ['number', '12.', '12.'],
    ['boolean', 'yes', '{{ true }}'],
    ['boolean', 'no', '{{ false }}'],
    ['number', '{{ vars.count }}', '{{ vars.count }}'],
    ['list', '{{ nodes.find.body.slots }}', '{{ nodes.find.body.slots }}'],
  ])('of type %s, written %s, is %s in the file, and read as it was written', (type, text, value) => {
    expect(givenValue(type, text)).toBe(value);
    expect(givenText(type, value)).toBe(text);
  });

  it('is complained of when its kind is lost', () => {
    expect(givenComplaint('number', 'twelve')).toMatch(/Write a number/);
    expect(givenComplaint('list', '["a"]')).toMatch(/that is a list/);
    expect(givenComplaint('text', 'twelve')).toBeUndefined();
    expect(givenComplaint('boolean', '{{ true }}')).toBeUndefined();
  });
});

describe('the rows of names and values', () => {
  it('keep their order, and go when the last one goes', () => {
    const rows = givenIn([{ name: 'a', value: '1' }, { name: 'b', value: '2' }, { name: 3 }, 'nothing']);
    expect(rows.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(withGiven(rows, 'a', '9')).toEqual([
      { name: 'a', value: '9' },
      { name: 'b', value: '2' },
    ]);
    expect(withGiven(rows, 'c', '3')).toHaveLength(3);
    expect(withGiven([{ name: 'a', value: '1' }], 'a', undefined)).toBeUndefined();
  });
});
