import { type CarrierEvent, type Flow, type JsonObject, parseFlow } from '@gatherline/flow';
import { beginCall } from '../begin.ts';
import type { Call } from '../call.ts';
import { writeVisit } from '../client-state.ts';
import type { EngineEvent } from '../event.ts';
import { type Transition, transition } from '../transition.ts';

/** When the calls of these tests begin. */
export const T0 = Date.parse('2026-03-04T10:00:00.000Z');
export const OWN = 'v3:own';

export function flowOf(nodes: object, settings: object = {}, more: object = {}): Flow {
  const reading = parseFlow({
    format: 'gatherline/flow@1',
    id: 'line',
    name: 'Line',
    settings,
    nodes,
    ...more,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.flow;
}

export function newCall(flow: Flow, direction: 'incoming' | 'outgoing' = 'incoming'): Call {
  const startedAt = new Date(T0).toISOString();
  return beginCall(flow, {
    id: OWN,
    legId: 'l',
    sessionId: 's',
    connectionId: null,
    direction,
    from: '+13125550100',
    to: '+13125550199',
    seed: 'seed',
    startedAt,
  });
}

let eventCount = 0;

/** An event of the caller's own leg, so many seconds after the begin. */
export function carrierEvent(
  type: string,
  seconds: number,
  payload: JsonObject = {},
): Extract<EngineEvent, { kind: 'carrier' }> {
  eventCount += 1;
  const occurredAt = new Date(T0 + seconds * 1000).toISOString();
  const event: CarrierEvent = {
    id: `e${eventCount}`,
    type,
    occurredAt,
    payload: { call_control_id: OWN, ...payload },
  };
  return { kind: 'carrier', event };
}

/** Plays events one second apart; the call goes through JSON between them, as it does in a store. */
export function play(flow: Flow, events: readonly EngineEvent[], call: Call = newCall(flow)): Transition {
  return events.reduce<Transition>(
    (before, event, index) => {
      const stored: Call = JSON.parse(JSON.stringify(before.call));
      const after = transition(flow, stored, event, T0 + index * 1000);
      return {
        call: after.call,
        commands: [...before.commands, ...after.commands],
        trace: [...before.trace, ...after.trace],
      };
    },
    { call, commands: [], trace: [] },
  );
}

/** The client_state of a visit, and other fields of a payload. */
export const at = (visit: number, more: JsonObject = {}): JsonObject => ({
  client_state: writeVisit(visit),
  ...more,
});

/** The call has come in and was answered. */
export const rung = [
  carrierEvent('call.initiated', 0, { direction: 'incoming' }),
  carrierEvent('call.answered', 1, at(1)),
];

export const actions = (result: Transition) => result.commands.map(({ action }) => action);
export const kinds = (result: Transition) => result.trace.map(({ kind }) => kind);
