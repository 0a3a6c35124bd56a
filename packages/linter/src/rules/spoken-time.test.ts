import { parseFlow } from '@gatherline/flow';
import { expect, it } from 'vitest';
import { lint } from '../lint.ts';

function complaints(payload: string | object, settings: object = {}, hours: object = {}) {
  const reading = parseFlow({
    format: 'gatherline/flow@1',
    id: 'line',
    name: 'Line',
    settings,
    nodes: {
      incoming: { type: 'start', exits: { incoming: 'hours' } },
      hours: { type: 'business_hours', params: { hours }, exits: { open: 'say', closed: 'say' } },
      say: { type: 'speak', params: { payload }, exits: { done: 'bye' } },
      bye: { type: 'hangup' },
    },
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return lint(reading.flow).filter(({ rule }) => rule === 'spoken-time');
}

it.each([
  '{{ call.now | date: "%H:%M" }}',
  '{{ "now" | date: "%A | %H" }}',
  '{{ call.now | say_time }}',
  '{{ call.started_at | say_date }}',
  '{{ call.now | say_date: "weekday" }}',
])('a time told in UTC is found: %s', (payload) => {
  expect(complaints(payload)).toMatchObject([
    { node: 'say', path: ['params', 'payload'], severity: 'warning' },
  ]);
});

it.each(['{{ call.now }}', 'Open {{ nodes.hours.opens_at }}.', '{{-call.started_at-}}'])(
  'a time as machines write it is found, whatever the zone: %s',
  (payload) => {
    expect(complaints(payload, { time_zone: 'America/Chicago' })).toHaveLength(1);
    expect(complaints({ 'en-US': payload, 'es-US': 'Hola.' }, { time_zone: 'UTC' })).toMatchObject([
      { path: ['params', 'payload', 'en-US'] },
    ]);
  },
);

it.each([
  '{{ call.now | say_time: "Europe/Berlin" }}',
  '{{ call.now | date: "%H:%M", "Europe/Berlin" }}',
  '{{ call.now | date: "%s" | minus: vars.since }}',
  '{{ nodes.hours.opens_at | say_time }}',
  '{{ nodes.hours.opens_in_words }}',
  '{{ call.from }}',
  '{{ vars.when | say_time }}',
])('what names its zone, or is no time, is left alone: %s', (payload) => {
  expect(complaints(payload)).toEqual([]);
});

it('a flow has the zone of its settings or of its opening hours', () => {
  const payload = '{{ call.now | say_time }}';
  expect(complaints(payload, { time_zone: 'UTC' })).toEqual([]);
  expect(complaints(payload, {}, { time_zone: 'America/Chicago', weekly: {} })).toEqual([]);
});
