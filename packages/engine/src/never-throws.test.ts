import {
  definitions,
  type Field,
  fieldsOf,
  type Control,
  type Json,
  type JsonObject,
  type NodeDefinition,
  type NumberControl,
} from '@gatherline/flow';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call } from './call.ts';
import type { EngineEvent } from './event.ts';
import { at, carrierEvent, flowOf, newCall, rung, T0 } from './testing/moments.ts';
import { transition } from './transition.ts';

const ODD: readonly Json[] = [
  '',
  '{{',
  '{% x',
  'no date',
  '2026-13-01T18:00:00Z',
  '2026-02-30T25:61:00+99:99',
  '0000-01-01T00:00:00Z',
  '+275760-09-13T00:00:01Z',
  'Mars/Olympus',
  'xx-!!',
  '1e999',
  '-0',
  '9'.repeat(400),
  '\uFDD0\uFFFF\u0000',
  0,
  -1,
  1.5,
  Number.MAX_SAFE_INTEGER,
  1e308,
  null,
  true,
  [],
  [[null]],
  {},
  { 'en-US': 'Hello.', type: 'telnyx', time_zone: 'Nowhere' },
];

const odd = fc.constantFrom(...ODD);
const template = fc.constantFrom(
  '{{ vars.odd }}',
  '{{ vars.odd | date: vars.odd, vars.odd }}',
  ' {{ event.odd }} ',
);

/** Values for a field: such as it takes, templates whose value is odd, and what it does not take. */
function valueFor(control: Control): fc.Arbitrary<Json> {
  if (control.kind === 'number') return fc.oneof(numberFrom(control), odd);
  if (control.kind === 'switch') return fc.boolean();
  if (control.kind === 'choice')
    return fc.oneof(fc.constantFrom(...control.options.map(({ value }) => value), null), odd);
  if (control.kind === 'list') return fc.oneof(fc.array(valueFor(control.item), { maxLength: 3 }), odd);
  if (control.kind === 'object') return fc.oneof(paramsFor(control.fields), odd);
  return fc.oneof(template, template, odd);
}

function numberFrom({ min = 0, max = Number.MAX_SAFE_INTEGER }: NumberControl): fc.Arbitrary<number> {
  return fc.oneof(fc.integer({ min: Math.ceil(min), max: Math.floor(max) }), fc.constantFrom(min, max));
}

function paramsFor(fields: readonly Field[]): fc.Arbitrary<JsonObject> {
  const values = Object.fromEntries(fields.map(({ name, control }) => [name, valueFor(control)]));
  return fc
    .record(values, { requiredKeys: [] })
    .map((params) =>
      Object.fromEntries(
        Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
    );
}

/** The parameters of a step that works, and one or two of its fields otherwise. */
function stepParams(definition: NodeDefinition): fc.Arbitrary<JsonObject> {
  const fields = fieldsOf(definition.params);
  const examples = fields.flatMap(({ name, required, example }) =>
    required && example !== undefined ? [[name, example] as const] : [],
  );
  const base = { ...definition.defaults, ...Object.fromEntries(examples) };
  if (fields.length === 0) return fc.constant(base);
  return fc
    .subarray([...fields], { minLength: 1, maxLength: Math.min(3, fields.length) })
    .chain((some) => paramsFor(some).map((given) => ({ ...base, ...given })));
}

const TYPES = [
  'call.speak.ended',
  'call.playback.ended',
  'call.gather.ended',
  'call.enqueued',
  'call.dequeued',
  'call.bridged',
  'call.dtmf.received',
  'call.machine.detection.ended',
  'call.recording.saved',
  'call.conversation.ended',
  'call.ai_gather.ended',
  'call.hangup',
];
const FIELDS = [
  'status',
  'digits',
  'digit',
  'result',
  'recording_started_at',
  'media_url',
  'message_history',
];

type Happening = { readonly type: string; readonly value: Json } | 'deadline' | 'accepted';

const happenings = fc.array(
  fc.oneof(
    fc.record({ type: fc.constantFrom(...TYPES), value: odd }),
    fc.constant<Happening>('deadline'),
    fc.constant<Happening>('accepted'),
  ),
  { maxLength: 6 },
);

function eventFor(
  happening: Happening,
  call: Call,
  last: ReturnType<typeof transition>['commands'][number] | undefined,
): EngineEvent {
  if (happening === 'deadline') return { kind: 'deadline', visit: call.visit };
  if (happening === 'accepted')
    return last === undefined
      ? { kind: 'gone', why: 'over' }
      : { kind: 'accepted', command: last, response: { call_control_id: 'v3:other' } };
  const payload = Object.fromEntries(FIELDS.map((field) => [field, happening.value]));
  return carrierEvent(happening.type, 2, at(call.visit, payload));
}

describe.each(definitions)('$type', (definition) => {
  const { type, role } = definition;

  it('is never the reason of a throw, whatever its parameters and the values of the call are', () => {
    fc.assert(
      fc.property(stepParams(definition), odd, happenings, (params, value, happens) => {
        const step = { type, params };
        const flow = flowOf(
          role === 'step' ? { incoming: { type: 'start', exits: { incoming: 'step' } }, step } : { step },
          { language: 'en-US' },
        );
        let call: Call = { ...newCall(flow), variables: { odd: value } };
        let atMs = T0;
        let last: ReturnType<typeof transition>['commands'][number] | undefined;
        const apply = (event: EngineEvent) => {
          const moved = transition(flow, JSON.parse(JSON.stringify(call)), event, atMs);
          call = moved.call;
          last = moved.commands.at(-1) ?? last;
          expect(call.waiting === null || Number.isFinite(call.waiting.deadlineMs)).toBe(true);
        };
        rung.forEach(apply);
        for (const happening of happens) {
          atMs = Math.max(atMs + 1_000, happening === 'deadline' ? (call.waiting?.deadlineMs ?? 0) : 0);
          apply(eventFor(happening, call, last));
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
