import { describe, expect, it } from 'vitest';
import { digitsProblem, nextKey, readChoices, writeChoices } from './choices.ts';

const menu = [
  { digits: '1', label: 'Appointments' },
  { digits: '2' },
  { digits: '10', label: 'Direct', note: 'kept' },
];

describe('the keys of a menu', () => {
  it('are written as they were read, unknown members too', () => {
    expect(writeChoices(readChoices(menu))).toEqual(menu);
  });

  it('survive a broken draft', () => {
    expect(readChoices('nonsense')).toEqual([]);
    expect(readChoices([7])).toEqual([{ digits: '', label: '', written: {} }]);
  });

  it('offer the first free key', () => {
    expect(nextKey(readChoices(menu))).toBe('3');
    expect(nextKey([])).toBe('1');
    expect(nextKey(readChoices('1234567890*#'.split('').map((digits) => ({ digits }))))).toBe('');
  });

  it('refuse a key that is taken, empty or not on a telephone', () => {
    const rows = readChoices(menu);
    expect(digitsProblem(rows, 1, '1')).toBe('1 is already “Appointments”.');
    expect(digitsProblem(rows, 0, '2')).toBe('2 is already a key of this menu.');
    expect(digitsProblem(rows, 0, '')).toMatch(/Choose a key/);
    expect(digitsProblem(rows, 0, 'A')).toMatch(/0 to 9/);
    expect(digitsProblem(rows, 0, '1')).toBeUndefined();
  });
});
