import { withSubflows } from '@gatherline/flow';
import { describe, expect, test } from 'vitest';
import { at, carrierEvent, flowOf, newCall, play, rung } from './testing/moments.ts';
import { traceEntrySchema } from './trace.ts';

/** Both flows have a step `ask`; the outer one listens to the keys 8 and 9. */
const inner = flowOf(
  {
    incoming: { type: 'start', exits: { incoming: 'ask' } },
    ask: { type: 'gather', exits: { collected: 'back' } },
    back: { type: 'return', params: { outcome: 'booked' } },
  },
  {},
  { id: 'booking', name: 'Booking' },
);
const outer = withSubflows(
  flowOf({
    incoming: { type: 'start', exits: { incoming: 'ask' } },
    ask: { type: 'subflow', params: { flow: 'booking', outcomes: ['booked'] }, exits: { booked: 'bye' } },
    bye: { type: 'hangup' },
    nine: { type: 'on_dtmf', params: { digits: '9', mode: 'alongside' }, exits: { then: 'count' } },
    count: { type: 'set_variables', params: { variables: [{ name: 'nines', value: '1' }] } },
  }),
  { booking: inner },
);

const places = (events: Parameters<typeof play>[1]) =>
  play(outer, [...rung, ...events]).trace.flatMap((line) =>
    'node' in line && line.node !== null ? [`${line.kind} ${line.flow ?? ''}/${line.node}`] : [],
  );

const digits = carrierEvent('call.gather.ended', 4, at(4, { status: 'valid', digits: '12' }));

describe('a line that names a step', () => {
  test('says so when the step stands in a flow that was entered', () => {
    expect(places([digits])).toEqual([
      'entered /incoming',
      'sent /incoming',
      'waiting /incoming',
      'received /incoming',
      'left /incoming',
      'entered /ask',
      'entered booking/incoming',
      'left booking/incoming',
      'entered booking/ask',
      'sent booking/ask',
      'waiting booking/ask',
      'received booking/ask',
      'set booking/ask',
      'left booking/ask',
      'entered booking/back',
      'left booking/back',
      'left /ask',
      'entered /bye',
      'sent /bye',
    ]);
  });

  test('leaves out the flow of a listener around the one in which the call stands', () => {
    const nine = carrierEvent('call.dtmf.received', 3, at(4, { digit: '9' }));
    expect(places([nine]).slice(-7)).toEqual([
      'received booking/ask',
      'heard /nine',
      'entered /nine',
      'left /nine',
      'entered /count',
      'set /count',
      'left /count',
    ]);
  });

  test('says in which flow a command was refused, wherever the call stands by then', () => {
    const { commands, call } = play(outer, rung);
    const command = commands.at(-1);
    if (command === undefined) throw new Error('Nothing was sent.');
    const refusal = { kind: 'refused', command, status: 422, code: '1', title: 'No', detail: '' } as const;
    const { trace } = play(outer, [digits, refusal], call);
    expect(trace.at(-1)).toMatchObject({ kind: 'refused', node: 'ask', flow: 'booking' });
  });
});

test('a line that was stored before lines named their flow is still one', () => {
  const stored = [
    { kind: 'entered', node: 'ask', visit: 2, params: {}, flow: 'booking@3' },
    { kind: 'left', node: 'ask', visit: 2, exit: 'error', to: null, via: 'return', why: 'No.' },
    { kind: 'ignored', event_id: 'e', type: 'call.answered', payload: {}, why: 'The call is over.' },
    { kind: 'sent', node: '', visit: 9, action: 'hangup', command_id: 'c', body: {} },
  ].map((line) => ({ at: '2026-03-04T10:00:00.000Z', ...line }));
  expect(stored.map((line) => traceEntrySchema.parse(line))).toEqual(stored);
});

describe('what moves a call', () => {
  const flow = flowOf({
    incoming: { type: 'start', exits: { incoming: 'ring' } },
    ring: { type: 'dial', params: { to: ['+13125550101'] }, exits: { no_answer: 'tell' } },
    tell: {
      type: 'http_request',
      params: { url: 'https://a.example', wait: false },
      exits: { success: 'wait' },
    },
    wait: { type: 'wait', params: { seconds: 5 }, exits: { done: 'bye' } },
    bye: { type: 'hangup' },
  });

  const dialling = () => ({ ...newCall(flow), connectionId: '1' });

  test('is told when a carrier took a command, with the leg and the name of the command', () => {
    const { commands } = play(flow, rung, dialling());
    const command = commands.find(({ action }) => action === 'dial');
    if (command === undefined) throw new Error('Nobody was rung.');
    const response = { call_control_id: 'v3:other', call_leg_id: 'leg' };
    const { trace } = play(flow, [...rung, { kind: 'accepted', command, response }], dialling());
    const { id: command_id, visit } = command;
    const sent = trace.find((line) => line.kind === 'sent' && line.action === 'dial');
    expect(sent).toMatchObject({ command_id, leg: null, tag: expect.any(String) });
    expect(trace).toContainEqual(
      expect.objectContaining({
        kind: 'accepted',
        node: 'ring',
        visit,
        action: 'dial',
        command_id,
        response,
      }),
    );
  });

  test('is told when a time is over, by the step that waited', () => {
    const waiting = flowOf({
      incoming: { type: 'start', exits: { incoming: 'pause' } },
      pause: { type: 'wait', params: { seconds: 1 }, exits: { done: 'bye' } },
      bye: { type: 'hangup' },
    });
    const { call } = play(waiting, rung);
    const { trace } = play(waiting, [...rung, { kind: 'deadline', visit: call.visit }]);
    expect(trace).toContainEqual(
      expect.objectContaining({ kind: 'deadline', node: 'pause', visit: call.visit }),
    );
  });

  test('is told when a server answers whom nobody waited for', () => {
    const unawaited = flowOf({
      incoming: { type: 'start', exits: { incoming: 'tell' } },
      tell: {
        type: 'http_request',
        params: { url: 'https://a.example', wait: false },
        exits: { success: 'ask' },
      },
      ask: { type: 'gather' },
    });
    const command = play(unawaited, rung).commands.find(({ action }) => action === 'http_request');
    if (command === undefined) throw new Error('Nothing was asked.');
    const payload = { status: 200, headers: {}, body: 'yes' };
    const { trace } = play(unawaited, [
      ...rung,
      { kind: 'requested', command, type: 'http.answered', payload },
    ]);
    expect(trace).toContainEqual(
      expect.objectContaining({
        kind: 'received',
        type: 'http.answered',
        command_id: command.id,
        node: 'ask',
        payload,
      }),
    );
  });

  test('is told when the service itself could not move it', () => {
    const { trace } = play(flow, [...rung, { kind: 'failed', why: 'A fault.' }], dialling());
    expect(trace).toContainEqual(
      expect.objectContaining({ kind: 'note', event: 'failed', text: 'A fault.' }),
    );
    const given = play(flow, [...rung, { kind: 'abandoned', why: 'Another.' }]).trace;
    expect(given).toContainEqual(expect.objectContaining({ kind: 'note', event: 'abandoned' }));
  });

  test('says by the carrier’s clock when it happened', () => {
    const [first] = play(flow, rung, dialling()).trace;
    expect(first).toMatchObject({ kind: 'received', occurred_at: '2026-03-04T10:00:00.000Z' });
  });
});
