import type { Flow, JsonObject } from '@gatherline/flow';
import { describe, expect, test } from 'vitest';
import type { EngineEvent } from './event.ts';
import { withWholeLists } from './growing-lists.ts';
import { at, carrierEvent, flowOf, play, rung, T0 } from './testing/moments.ts';
import type { TraceEntry } from './trace.ts';
import { transition } from './transition.ts';

const asking = flowOf({
  incoming: { type: 'start', exits: { incoming: 'ask' } },
  ask: { type: 'gather_using_ai', params: { parameters: { type: 'object', properties: {} } } },
});
const talking = flowOf({
  incoming: { type: 'start', exits: { incoming: 'talk' } },
  talk: { type: 'ai_assistant_start', params: { assistant: { id: 'a' } } },
});
const overheard = flowOf({
  incoming: { type: 'start', exits: { incoming: 'ask' } },
  ask: { type: 'gather', exits: { collected: 'bye' } },
  bye: { type: 'hangup' },
  spoken: { type: 'on_ai_message_history', params: { mode: 'alongside' }, exits: { then: 'count' } },
  count: { type: 'set_variables', params: { variables: [{ name: 'spoken', value: 'yes' }] } },
});
const unheard = flowOf({
  incoming: { type: 'start', exits: { incoming: 'ask' } },
  ask: { type: 'gather', exits: { collected: 'bye' } },
  bye: { type: 'hangup' },
});

const sentence = (index: number) =>
  `Turn ${index}: I would like to book a table for six people by the window on Friday evening, please.`;

const said = (count: number, first = 0): JsonObject[] =>
  Array.from({ length: count }, (_, index) => ({
    role: (first + index) % 2 === 0 ? 'user' : 'assistant',
    content: sentence(first + index),
  }));

const updated = (messages: readonly JsonObject[], seconds: number) =>
  carrierEvent('call.ai_gather.message_history_updated', seconds, at(2, { message_history: messages }));

/** So many turns, each told whole and each told twice, as a carrier that repeats itself does. */
function conversation(turns: number): readonly EngineEvent[] {
  const events = Array.from({ length: turns }, (_, index) => updated(said(index + 1), index + 2));
  return events.flatMap((event) => [event, event]);
}

const traceOf = (flow: Flow, events: readonly EngineEvent[]) => play(flow, [...rung, ...events]).trace;
const bytesIn = (trace: readonly TraceEntry[]) => JSON.stringify(trace).length;

const historiesIn = (trace: readonly TraceEntry[]) =>
  trace.flatMap((entry) =>
    entry.kind === 'received' || entry.kind === 'ignored' ? [entry.payload.message_history ?? []] : [],
  );

describe.each([
  ['a step that asks with AI', asking],
  ['a step that talks with an assistant', talking],
  ['a listener', overheard],
  ['nobody', unheard],
])('the trace of a conversation that %s hears', (_who, flow) => {
  test('holds each sentence once, however often the carrier tells it', () => {
    const text = JSON.stringify(traceOf(flow, conversation(200)));
    const counts = said(200).map((_, index) => text.split(sentence(index)).length - 1);
    expect(new Set(counts)).toEqual(new Set([1]));
  });

  test('grows with what is said, not with its square', () => {
    const [begun, short, long] = [0, 100, 200].map((turns) => bytesIn(traceOf(flow, conversation(turns))));
    expect(Number(long) - Number(begun)).toBeLessThan(2.1 * (Number(short) - Number(begun)));
  });

  test('is put together again from what each line adds', () => {
    const trace = traceOf(flow, conversation(30));
    const told = Array.from({ length: 30 }, (_, index) => said(index + 1));
    expect(historiesIn(withWholeLists(trace)).slice(-60)).toEqual(told.flatMap((list) => [list, list]));
  });
});

describe('a conversation in the trace', () => {
  const ended = (messages: readonly JsonObject[], seconds: number) =>
    carrierEvent('call.ai_gather.ended', seconds, at(2, { status: 'valid', message_history: messages }));

  test('says how many of its sentences came before, in what was received and in what the step keeps', () => {
    const { trace, call } = play(asking, [...rung, updated(said(3), 2), updated(said(5), 3)]);
    const [, second] = trace.filter(({ kind }) => kind === 'set');
    expect(trace.filter(({ kind }) => kind === 'received').at(-1)).toMatchObject({
      payload: { message_history: said(2, 3) },
      earlier: { message_history: 3 },
    });
    expect(second).toMatchObject({ outputs: { message_history: [] }, earlier: { message_history: 5 } });
    expect(call.outputs).toEqual({ ask: { message_history: said(5) } });
  });

  test('ends with what is new since its last report', () => {
    const trace = traceOf(asking, [updated(said(4), 2), ended(said(6), 3)]);
    expect(
      trace.find((line) => line.kind === 'received' && line.type === 'call.ai_gather.ended'),
    ).toMatchObject({
      payload: { message_history: said(2, 4) },
    });
    expect(withWholeLists(trace)).toContainEqual(
      expect.objectContaining({ kind: 'set', outputs: { message_history: said(6), status: 'valid' } }),
    );
  });

  test('that overtook another is put together all the same', () => {
    const lists = [said(2), said(6), said(4), said(8)];
    const trace = traceOf(
      talking,
      lists.map((list, index) => updated(list, index + 2)),
    );
    expect(historiesIn(withWholeLists(trace)).slice(-4)).toEqual(lists);
  });

  test('that begins anew is told from its beginning', () => {
    const lists = [said(4), said(2, 50), said(4, 50)];
    const trace = traceOf(
      asking,
      lists.map((list, index) => updated(list, index + 2)),
    );
    expect(trace.at(-2)).toMatchObject({
      payload: { message_history: said(2, 52) },
      earlier: { message_history: 2 },
    });
    expect(historiesIn(withWholeLists(trace)).slice(-3)).toEqual(lists);
  });

  test('that is told late, from before the present one, moves nothing', () => {
    const { call } = play(asking, [...rung, updated(said(4), 2), updated(said(4, 50), 3)]);
    const late = carrierEvent('call.ai_gather.ended', 4, at(1, { message_history: said(4) }));
    const { call: after, trace } = transition(asking, call, late, T0 + 5000);
    expect(after).toEqual(call);
    expect(trace).toMatchObject([{ kind: 'ignored', payload: { message_history: said(4) } }]);
  });
});
