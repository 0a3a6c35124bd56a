import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carrier, type ModelInput, type Outcome } from './carrier.ts';
import { knownLegs } from './ended-legs.ts';
import { type CarrierState, createModel } from './state.ts';
import { anyBody, anyMode, anyNumber, busyAddress, nextLeg } from './testing/any-body.ts';
import { caller, colleague, line } from './testing/harness.ts';
import type { WebhookDraft } from './webhooks.ts';

/** What may come after a leg's call.hangup. */
const lateTypes = [
  'call.gather.ended',
  'call.ai_gather.ended',
  'call.conversation.ended',
  'call.conversation_insights.generated',
  'call.recording.saved',
  'call.recording.transcription.saved',
];

const digits = fc.stringMatching(/^[0-9*#]{1,4}$/);
const clientState = fc.constantFrom(undefined, 'YQ==', 'Yg==');
const commandId = fc.constantFrom(undefined, undefined, 'c1', 'c2');

const commands = fc.oneof(
  ...Object.entries(anyBody).map(([action, body]) => fc.record({ action: fc.constant(action), body })),
);

const act = fc.oneof(
  digits.map((pressed) => ({ kind: 'press' as const, digits: pressed })),
  fc
    .constantFrom('Ann', 'thirty two', 'an operator', 'bye', '')
    .map((text) => ({ kind: 'say' as const, text })),
  fc.constantFrom('hang_up' as const, 'answer' as const, 'decline' as const).map((kind) => ({ kind })),
);

const which = fc.nat({ max: 5 });

const steps = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('command' as const),
        which,
        what: commands,
        clientState,
        commandId,
      }),
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('act' as const), which, act }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 12_000 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('dial' as const), to: anyNumber, detects: anyMode }),
    },
    { weight: 1, arbitrary: fc.constant({ do: 'call' as const }) },
  ),
  { maxLength: 40, size: 'max' },
);

type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;

function toInput(step: Step, legs: readonly string[]): ModelInput {
  if (step.do === 'pass') return { kind: 'time' };
  if (step.do === 'call') return { kind: 'dial_in', from: caller, to: line };
  if (step.do === 'dial') {
    const body = { connection_id: '28', from: line, to: step.to, link_to: legs[0], bridge_on_answer: true };
    Object.assign(body, { answering_machine_detection: step.detects });
    return { kind: 'command', action: 'dial', callControlId: null, body };
  }
  const callControlId = legs[step.which % legs.length] ?? 'v3:nobody';
  if (step.do === 'act') return { kind: 'caller', callControlId, act: step.act };
  const body = { ...step.what.body, client_state: step.clientState, command_id: step.commandId };
  if (step.what.body['call_control_id'] === nextLeg) {
    Object.assign(body, { call_control_id: legs[(step.which + 1) % legs.length] });
  }
  return { kind: 'command', action: step.what.action, callControlId, body };
}

function newState(): CarrierState {
  return createModel({
    script: {
      parties: {
        '+13125550122': { busy: true },
        '+13125550133': { hangsUpAfterMs: 3000 },
        '+13125550144': { machine: true, greetsForMs: 3000 },
        '+13125550155': { presses: '12#', pressesAfterMs: 700 },
        [busyAddress]: { busy: true },
      },
      queues: { staffed: { answersAfterMs: 3000, hangsUpAfterMs: 4000 } },
      media: { lost: { missing: true } },
    },
  });
}

type Look = (outcome: Outcome, input: ModelInput) => void;

/** Plays the steps on a state stored between any two of them, after two calls that were answered; then a day passes. */
function play(script: readonly Step[], look: Look): CarrierState {
  let state = newState();
  let nowMs = 1_760_000_000_000;
  const put = (input: ModelInput) => {
    const before = JSON.stringify(state);
    const outcome = carrier(state, input, nowMs);
    expect(JSON.stringify(state)).toBe(before);
    state = JSON.parse(JSON.stringify(outcome.state));
    expect(state).toStrictEqual(outcome.state);
    expect(outcome.nextDueAtMs ?? Number.POSITIVE_INFINITY).toBeGreaterThan(nowMs);
    look(outcome, input);
    return outcome;
  };
  for (const from of [caller, colleague]) {
    const { ids } = put({ kind: 'dial_in', from, to: line });
    put({ kind: 'command', action: 'answer', callControlId: ids?.callControlId ?? '', body: {} });
  }
  for (const step of script) {
    if (step.do === 'pass') nowMs += step.ms;
    put(
      toInput(
        step,
        knownLegs(state).map(({ callControlId }) => callControlId),
      ),
    );
  }
  const { legs } = state;
  nowMs += 86_400_000;
  put({ kind: 'time' });
  expect(
    Object.values(legs)
      .filter(({ answeredAtMs }) => answeredAtMs !== null)
      .map(({ callControlId }) => state.legs[callControlId])
      .filter((leg) => leg !== undefined),
  ).toEqual([]);
  return state;
}

/** What was begun and how often it ended, by leg: a speech told of, a gather accepted, an assistant accepted. */
function openThings({ webhooks, reply, repeat }: Outcome, input: ModelInput): [string, number][] {
  const changes: [string, number][] = webhooks.flatMap(({ callControlId, data: { event_type: type } }) => {
    const end = startsOf[type] ?? type;
    const by = end === type ? (endings[type] ?? 0) : 1;
    return by === 0 ? [] : [[`${callControlId} ${end}`, by]];
  });
  if (input.kind !== 'command' || reply?.status !== 200 || repeat) return changes;
  const events = beginnings[input.action] ?? [];
  return [...events.map((type): [string, number] => [`${input.callControlId} ${type}`, 1]), ...changes];
}

/** Events that tell of a begin, with those that tell of its end. */
const startsOf: Record<string, string> = {
  'call.speak.started': 'call.speak.ended',
  'call.enqueued': 'call.dequeued',
};

const endings: Record<string, number> = {
  'call.speak.ended': -1,
  'call.dequeued': -1,
  'call.recording.saved': -1,
  'call.gather.ended': -1,
  'call.ai_gather.ended': -1,
  'call.conversation.ended': -1,
  'call.conversation_insights.generated': -1,
};

const beginnings: Record<string, string[]> = {
  gather: ['call.gather.ended'],
  record_start: ['call.recording.saved'],
  gather_using_speak: ['call.gather.ended'],
  gather_using_audio: ['call.gather.ended'],
  gather_using_ai: ['call.ai_gather.ended', 'call.conversation.ended'],
  ai_assistant_start: ['call.conversation.ended', 'call.conversation_insights.generated'],
};

describe('whatever is done to the carrier', () => {
  it('does not break it, and sends nothing of an ended leg but the documented late events', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const ended = new Set<string>();
        const late: string[] = [];
        play(script, ({ webhooks }) => {
          for (const { callControlId, data } of webhooks) {
            if (ended.has(callControlId)) late.push(data.event_type);
            if (data.event_type === 'call.hangup') ended.add(callControlId);
          }
        });
        expect(late.filter((type) => !lateTypes.includes(type))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('has every event in the order of its time, with an id of its own', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const all: WebhookDraft[] = [];
        play(script, ({ webhooks }) => void all.push(...webhooks));
        const stamps = all.map(({ data }) => data.occurred_at);
        expect(stamps).toEqual(stamps.toSorted());
        expect(new Set(all.map(({ data }) => data.id)).size).toBe(all.length);
      }),
      { numRuns: 50 },
    );
  });

  it('ends everything exactly once that was begun', () => {
    fc.assert(
      fc.property(steps, (script) => {
        const open = new Map<string, number>();
        play(script, (outcome, input) => {
          for (const [key, by] of openThings(outcome, input)) open.set(key, (open.get(key) ?? 0) + by);
          for (const left of open.values()) expect(left).toBeGreaterThanOrEqual(0);
        });
        expect([...open].filter(([, left]) => left !== 0)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('bridges only legs that live, and always two with each other', () => {
    fc.assert(
      fc.property(steps, (script) => {
        play(script, ({ state }) => {
          for (const { callControlId, bridgedWith, endedAtMs } of Object.values(state.legs)) {
            if (bridgedWith === null) continue;
            expect(endedAtMs).toBeNull();
            expect(state.legs[bridgedWith]?.bridgedWith).toBe(callControlId);
          }
        });
      }),
      { numRuns: 50 },
    );
  });
});
