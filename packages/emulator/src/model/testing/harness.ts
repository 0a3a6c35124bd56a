import { expect } from 'vitest';
import { carrier, type ModelInput, type Outcome } from '../carrier.ts';
import { knownLeg, knownLegs } from '../ended-legs.ts';
import type { Reply } from '../errors.ts';
import type { Heard } from '../heard.ts';
import type { Json, JsonObject } from '../json.ts';
import type { CallerAct } from '../people.ts';
import { createModel, type Leg, type ModelOptions } from '../state.ts';
import { callStatus } from '../status.ts';
import type { WebhookDraft } from '../webhooks.ts';

export const caller = '+13125550100';
export const line = '+13125550111';
export const colleague = '+13125550199';
export const voice = 'Telnyx.KokoroTTS.af';

const startMs = 1_760_000_000_000;

/** A carrier at hand for a test. Its state is stored as JSON between any two inputs. */
export function createHarness(options: ModelOptions = {}) {
  let state = createModel({ startMs, ...options });
  let nowMs = state.nowMs;
  let nextDueAtMs: number | null = null;
  const webhooks: WebhookDraft[] = [];
  const heard: Heard[] = [];

  function put(input: ModelInput): Outcome {
    const outcome = carrier(state, input, nowMs);
    const stored: typeof state = JSON.parse(JSON.stringify(outcome.state));
    expect(stored).toStrictEqual(outcome.state);
    state = stored;
    nextDueAtMs = outcome.nextDueAtMs;
    webhooks.push(...outcome.webhooks);
    heard.push(...outcome.heard);
    return outcome;
  }

  function command(action: string, callControlId: string | null, body: Record<string, unknown> = {}): Reply {
    const { reply } = put({ kind: 'command', action, callControlId, body });
    if (reply === null) throw new Error('A command was left without an answer.');
    return reply;
  }

  function dialIn(from = caller, to = line): string {
    const { ids } = put({ kind: 'dial_in', from, to });
    if (ids === null) throw new Error('A call from outside opened no leg.');
    return ids.callControlId;
  }

  return {
    put,
    command,
    dialIn,
    /** A call from outside that was answered, with what came of that forgotten. */
    answeredCall(): string {
      const id = dialIn();
      command('answer', id);
      webhooks.length = 0;
      heard.length = 0;
      return id;
    },
    /** A command that must be accepted. */
    does(action: string, callControlId: string | null, body: Record<string, unknown> = {}): JsonObject {
      const reply = command(action, callControlId, body);
      expect(reply).toMatchObject({ status: 200 });
      return reply.body;
    },
    act: (callControlId: string, act: CallerAct) => void put({ kind: 'caller', callControlId, act }),
    pass(ms: number): void {
      nowMs += ms;
      put({ kind: 'time' });
    },
    /** Types of all webhooks so far, in order. */
    types: () => webhooks.map(({ data }) => data.event_type),
    webhooks: () => webhooks,
    /** The payload of the last webhook of a type. */
    payload(type: string): JsonObject {
      const found = webhooks.findLast(({ data }) => data.event_type === type);
      if (found === undefined)
        throw new Error(
          `No ${type} was sent, only ${webhooks.map((one) => one.data.event_type).join(', ')}.`,
        );
      return found.data.payload;
    },
    /** Payloads of all webhooks of a type. */
    payloads: (type: string) =>
      webhooks.filter(({ data }) => data.event_type === type).map(({ data }) => data.payload),
    heard: () => heard,
    /** What was said to a leg so far. */
    said: (callControlId: string) =>
      heard
        .filter((one) => one.callControlId === callControlId)
        .flatMap((one) => ('text' in one ? [one.text] : [])),
    forget(): void {
      webhooks.length = 0;
      heard.length = 0;
    },
    legRungAt(number: string): string {
      const leg = knownLegs(state).findLast(({ to, direction }) => direction === 'outgoing' && to === number);
      if (leg === undefined) throw new Error(`The carrier has not rung ${number}.`);
      return leg.callControlId;
    },
    /** What the carrier knows of a leg. */
    leg(callControlId: string): Leg {
      const leg = knownLeg(state, callControlId);
      if (leg === undefined) throw new Error(`The carrier does not know ${callControlId}.`);
      return leg;
    },
    nextDueInMs: () => (nextDueAtMs === null ? null : nextDueAtMs - nowMs),
    status: (callControlId: string) => callStatus(state, callControlId),
  };
}

/** The codes of a refusal, in order. */
export function codesOf({ body }: Reply): Json[] {
  const { errors } = body;
  return Array.isArray(errors)
    ? errors.map((error) => (isObject(error) ? (error['code'] ?? null) : null))
    : [];
}

export function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
