import { describe, expect, it } from 'vitest';
import { ago } from './ago.ts';

const now = Date.parse('2026-03-10T12:00:00Z');

describe('how long ago', () => {
  it.each([
    ['2026-03-10T11:59:30Z', 'just now'],
    ['2026-03-10T11:55:00Z', '5 minutes ago'],
    ['2026-03-10T09:00:00Z', '3 hours ago'],
    ['2026-03-09T11:00:00Z', 'yesterday'],
    ['2026-01-09T11:00:00Z', '2 months ago'],
    ['2024-03-09T11:00:00Z', '2 years ago'],
    ['soon', 'soon'],
  ])('%s is %s', (iso, words) => {
    expect(ago(iso, now)).toBe(words);
  });
});
