import { usualHours } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { resourceWords } from './resource-words.ts';

describe('the value of a resource on one line', () => {
  it('is a number or an address as it stands', () => {
    expect(resourceWords('+13125550100')).toBe('+13125550100');
  });

  it('is the week of opening hours, and where its clock is', () => {
    const hours = { ...usualHours, time_zone: 'America/New_York' };
    expect(resourceWords(hours)).toBe('Mon–Fri 09:00–17:00 (America/New York)');
  });

  it('is a long text without its line breaks and its end', () => {
    expect(resourceWords(`Main\nStreet ${'x'.repeat(200)}`)).toMatch(/^Main Street x{108}…$/);
  });
});
