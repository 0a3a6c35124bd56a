import { withSubflows } from '@gatherline/flow';
import { describe, expect, test } from 'vitest';
import { at, carrierEvent, flowOf, play, rung } from './testing/moments.ts';
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
