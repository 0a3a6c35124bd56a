import { expect, test } from 'vitest';
import type { Json } from './json.ts';
import { flowSchema } from './schema.ts';
import { isTimeZone, timeZoneOf } from './time-zone.ts';

const flow = (settings: object, hours: Json = {}, resources: object = {}) =>
  flowSchema.parse({
    format: 'gatherline/flow@1',
    id: 'line',
    name: 'Line',
    settings,
    resources,
    nodes: { hours: { type: 'business_hours', params: { hours } } },
  });

const berlin = { time_zone: 'Europe/Berlin', weekly: {} };

test('a flow tells the time by its own zone, else by that of its opening hours', () => {
  expect(timeZoneOf([flow({ time_zone: 'America/Chicago' }, berlin)])).toBe('America/Chicago');
  expect(timeZoneOf([flow({}, berlin)])).toBe('Europe/Berlin');
  expect(timeZoneOf([flow({ time_zone: 'Mars/Olympus' }, berlin)])).toBe('Europe/Berlin');
  expect(timeZoneOf([flow({})])).toBeNull();
});

test('hours that each environment keeps count too, and those of the flow around', () => {
  const bound = flow({}, {}, { office: { type: 'hours' } });
  expect(timeZoneOf([bound], { office: berlin })).toBe('Europe/Berlin');
  expect(timeZoneOf([bound])).toBeNull();
  expect(timeZoneOf([flow({}), flow({ time_zone: 'Asia/Tokyo' })])).toBe('Asia/Tokyo');
});

test('an offset is no zone', () => {
  expect(['America/Chicago', 'UTC', '2026-01-01T00:00Z', ''].map(isTimeZone)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
