import { expect, it } from 'vitest';
import { nodeProblems } from '../parameters.ts';

it('hours in which a holiday stands twice are not published, and the row is named', () => {
  const hours = {
    time_zone: 'UTC',
    weekly: { mon: [['08:00', '18:00']] },
    holidays: [{ date: '2026-12-25', name: 'Christmas' }, { date: '2026-12-25' }],
  };
  expect(nodeProblems('hours', { type: 'business_hours', params: { hours }, exits: {} })).toEqual([
    expect.objectContaining({
      severity: 'error',
      path: ['params', 'hours', 'holidays', 1, 'date'],
      message: expect.stringContaining('in the list already, as “Christmas”'),
    }),
  ]);
});
