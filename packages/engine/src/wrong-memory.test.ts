import { definitionOf, type Json, type JsonObject, type RunnableFlow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { storedCalls } from '../stored-calls/read.ts';
import { runnable, type StoredCall } from '../stored-calls/record.ts';
import { type Call, type EngineEvent, resumeCall, transition, type Waiting, writeVisit } from './index.ts';

const wrong: readonly Json[] = [
  null,
  'nonsense',
  '',
  -1,
  1e308,
  true,
  [],
  [[]],
  {},
  { stage: 'dancing', sound: 7, asks: 'yes', exit: 'moon' },
  { stage: 'quieting' },
  { stage: 'leaving', exit: '' },
  { silent: -3, wrong: 1.5, remarks: 'no', items: 'none' },
  { silent: {}, wrong: [], remarks: null, items: {} },
  { legs: 'many', talking: 1 },
  { legs: [null, 5, { place: 'first' }, { place: 99, to: 'x', id: null, state: 'taken', outcome: null }] },
  { words: 'sung', exit: 'moon' },
  { talking: {}, other: 5 },
];

/** What may stand in a payload, and of no kind that is awaited. */
const fields = [
  'status',
  'digits',
  'digit',
  'reason',
  'result',
  'hangup_cause',
  'message_history',
  'partial_results',
  'recording_urls',
  'sip_notify_response',
  'body',
  'to',
];
const payloads: readonly JsonObject[] = [
  {},
  Object.fromEntries(fields.map((field) => [field, 5])),
  Object.fromEntries(fields.map((field) => [field, [{}]])),
];

const waiting = storedCalls().flatMap((stored) => {
  const call = resumeCall(stored.call);
  return call.waiting === null ? [] : [{ ...stored, flow: listeningTo(stored), call, waiting: call.waiting }];
});

describe('a call whose step finds another memory than its own', () => {
  it.each(waiting)(
    'waits on, or leaves the step by one of its exits: $name',
    ({ flow, call, waiting: known }) => {
      const strange: string[] = [];
      for (const memory of wrong) {
        const changed = { ...call, waiting: { ...known, memory } };
        for (const event of eventsFor(changed)) {
          const after = transition(flow, changed, event, known.deadlineMs);
          const isWaiting = after.call.node === null || after.call.waiting !== null;
          const exits = after.trace.flatMap((line) =>
            line.kind === 'left' && line.via !== 'return' && !exitsOf(flow, line.node).includes(line.exit)
              ? [line.exit]
              : [],
          );
          if (!isWaiting || exits.length > 0) strange.push(JSON.stringify({ memory, event, exits }));
        }
      }
      expect(strange).toEqual([]);
    },
  );

  it.each(wrong.map((memory) => ({ memory })))(
    'asks a menu anew, its list read again, where it finds $memory',
    ({ memory }) => {
      const again = told('menu-remarking-on-silence', memory, 'call.playback.ended', {});
      expect(again.commands).toMatchObject([{ action: 'gather_using_speak' }]);
      expect(again.call.waiting?.memory).toMatchObject({ items: [{ id: 'A1' }, { id: 'B2' }] });
      const pressed = { status: 'invalid', digits: '9' };
      const mistaken = told('menu-after-a-wrong-key', memory, 'call.gather.ended', pressed);
      expect(mistaken.commands).toMatchObject([{ action: 'gather_using_speak' }]);
    },
  );

  it.each(wrong.map((memory) => ({ memory })))(
    'keeps a caller in the line until they are connected, where it finds $memory',
    ({ memory }) => {
      const waits = told('enqueue-with-music', memory, 'call.dtmf.received', { digit: '9' });
      expect(waits.call.node).toBe('step');
      const talks = told('enqueue-with-music', memory, 'call.bridged', {});
      expect(talks.call.waiting?.memory).toMatchObject({ stage: 'connected' });
    },
  );
});

/** What a stored call makes of an event when its memory is another. */
function told(name: string, memory: Json, type: string, payload: JsonObject) {
  const found = waiting.find((one) => one.name === name);
  if (found === undefined) throw new Error(`There is no stored call ${name}.`);
  const { flow, call, waiting: known } = found;
  const [event] = eventsOf(call, type, payload);
  if (event === undefined) throw new Error(`${type} is no event.`);
  return transition(flow, { ...call, waiting: { ...known, memory } }, event, known.deadlineMs);
}

/** Any step may be left by `error`; where that has no wire, what the flow does about errors takes over. */
function exitsOf(flow: RunnableFlow, id: string): readonly string[] {
  const nodes = { ...flow.nodes, ...Object.values(flow.subflows ?? {})[0]?.nodes };
  const node = nodes[id];
  const exits = node === undefined ? [] : (definitionOf(node.type)?.exits(node.params) ?? []);
  return [...exits.map((exit) => exit.id), 'error'];
}

/** The stored flow, with a listener that interrupts. */
function listeningTo({ flow, subflow }: StoredCall) {
  const { nodes } = flow;
  const leave = { type: 'on_signal', params: { name: 'leave' }, exits: { then: 'bye' } };
  return runnable({ ...flow, nodes: { ...Object(nodes), leave } }, subflow);
}

/** Everything the step waits for, from its own leg and from another one, and a signal that interrupts it. */
function eventsFor(call: Call & { readonly waiting: Waiting }): readonly EngineEvent[] {
  const signal: EngineEvent = { kind: 'signal', id: 'signal-1', name: 'leave', data: {} };
  return [
    signal,
    ...call.waiting.for.flatMap((type) => payloads.flatMap((more) => eventsOf(call, type, more))),
  ];
}

function eventsOf(
  { id, visit, node, frames }: Call,
  type: string,
  payload: JsonObject,
): readonly EngineEvent[] {
  const command = {
    id: 'command-1',
    node: node ?? '',
    visit,
    action: 'speak',
    depth: frames.length,
    tag: 'words',
    keep: [],
  };
  if (type === 'time.passed') return [{ kind: 'deadline', visit }];
  if (type === 'command.accepted') return [{ kind: 'accepted', command, response: payload }];
  if (type === 'command.refused')
    return [{ kind: 'refused', command, status: 422, code: '1', title: 'No', detail: '' }];
  if (type === 'http.answered' || type === 'http.failed')
    return [{ kind: 'requested', command, type, payload }];
  const occurredAt = new Date(Date.parse('2026-03-04T12:00:00.000Z')).toISOString();
  return [id, 'v3:other'].map((leg) => ({
    kind: 'carrier',
    event: {
      id: `${type} of ${leg}`,
      type,
      occurredAt,
      payload: { call_control_id: leg, client_state: writeVisit(visit), ...payload },
    },
  }));
}
