import { actionNames } from '@gatherline/emulator/model';
import { type TraceEntry, traceEntrySchema } from '@gatherline/engine';
import { parseFlow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import type { AnyTraceEntry } from '../api/index.ts';
import { actionInWords } from './command-words.ts';
import { stepNames } from './step-names.ts';
import { wordsOf } from './trace-words.ts';
import { lengthInWords } from './value-words.ts';

const shop = flowNamed('Shop', {
  incoming: { type: 'start', exits: { incoming: 'main_menu' } },
  main_menu: {
    type: 'gather_using_speak',
    label: 'Main menu',
    params: { choices: [{ digits: '1', label: 'Book' }] },
    exits: { 1: 'bye' },
  },
  hours: { type: 'business_hours', exits: { closed: 'bye' } },
  star: { type: 'on_dtmf', label: 'Star key', params: { digits: '*' } },
  trouble: { type: 'on_error', exits: { then: 'bye' } },
  bye: { type: 'hangup', label: 'Goodbye' },
});
const booking = flowNamed('Table booking', { ask: { type: 'gather', label: 'How many?', exits: {} } });
const names = stepNames({ answering: shop, entered: new Map([['booking@2', booking]]) });

function flowNamed(name: string, nodes: object) {
  const id = name.toLowerCase().replace(' ', '_');
  const reading = parseFlow({ format: 'gatherline/flow@1', id, name, nodes });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.flow;
}

const at = '2026-03-10T12:00:00.000Z';
const visit = 2;
const node = 'main_menu';
const event = { at, event_id: 'e1' };
type Left = Extract<TraceEntry, { kind: 'left' }>;

const left = (via: Left['via'], more: Partial<Left>): TraceEntry => ({
  at,
  kind: 'left',
  node,
  visit,
  exit: 'error',
  to: null,
  via,
  ...more,
});

const sent = (action: string, body: Extract<TraceEntry, { kind: 'sent' }>['body'] = {}): TraceEntry => ({
  at,
  kind: 'sent',
  node,
  visit,
  action,
  command_id: 'c',
  body,
});

const received = (
  type: string,
  payload: Extract<TraceEntry, { kind: 'received' }>['payload'],
): TraceEntry => ({
  ...event,
  kind: 'received',
  type,
  node,
  payload,
});

const table: readonly (readonly [AnyTraceEntry, string])[] = [
  [{ at, kind: 'began', call: { from: '+1', to: '+2' } }, 'A call comes in from +1 to +2'],
  [
    { at, kind: 'began', call: { from: '+1', to: '+2', direction: 'outgoing' } },
    'A call goes out from +1 to +2',
  ],
  [{ at, kind: 'entered', node, visit, params: {} }, 'Reached “Main menu”'],
  [{ at, kind: 'entered', node: '$apology', visit, params: {} }, 'Reached “Apology”'],
  [
    { at, kind: 'entered', node: 'ask', flow: 'booking@2', visit, params: {} },
    'Reached “How many?” in “Table booking”',
  ],
  [
    { at, kind: 'entered', node: 'ask_again', flow: 'opening_hours', visit, params: {} },
    'Reached “ask again” in “opening hours”',
  ],
  [left('wire', { exit: '1', to: 'bye' }), 'Left “Main menu” by “1 Book” to “Goodbye”'],
  [
    left('else', { node: 'hours', exit: 'break', to: 'bye' }),
    'Left “Opening hours” by “In a break” to “Goodbye”, where another of its ways out leads',
  ],
  [
    left('handler', { exit: 'no_input', to: 'bye' }),
    'Left “Main menu” by “No input” to “Goodbye”, as set under Otherwise',
  ],
  [
    left('listener', { to: 'trouble', why: 'The carrier did not answer in time.' }),
    'Left “Main menu” by “Error”, which “When a step fails” listens for. The carrier did not answer in time.',
  ],
  [
    left('return', { exit: '1' }),
    'Left “Main menu” by “1 Book”: this flow is over, and the call goes back to the one that entered it',
  ],
  [left('quiet', { to: '$hang_up' }), 'Left “Main menu” by “Error”: nothing follows'],
  [
    left('apology', { to: '$apology' }),
    'Left “Main menu” by “Error”: nothing is connected, so the caller hears an apology',
  ],
  [
    left('apology', { to: '$hang_up' }),
    'Left “Main menu” by “Error”: nothing is connected, so the call ends',
  ],
  [left('over', {}), 'Left “Main menu” by “Error”: the call is over'],
  [sent('gather_using_speak'), 'Asked Telnyx to speak a prompt and collect keys'],
  [sent('send_fax'), 'Asked Telnyx to do this: send fax'],
  [sent('transfer', { to: '+1312' }), 'Asked Telnyx to put the call through to +1312'],
  [sent('dial', { to: ['+1312', '+1313'] }), 'Asked Telnyx to ring +1312, +1313'],
  [
    sent('http_request', { method: 'POST', url: 'https://example.com/book' }),
    'Asked a server: POST https://example.com/book',
  ],
  [
    {
      at,
      kind: 'set',
      node: 'hours',
      outputs: { reason: null, state: 'on_holiday', opens_at: '2026-06-01T08:00:00-05:00' },
      variables: { caller_name: 'Ana', list: [] },
    },
    'Remembered caller name: Ana; list. “Opening hours” noted open, break, closed or holiday: on holiday; when it opens next: 2026-06-01 08:00',
  ],
  [{ at, kind: 'set', node, outputs: { digits: null } }, '“Main menu” noted nothing'],
  [
    { at, kind: 'set', node, outputs: { call_id: '3abe6145-fce8-5816-9927-2e1634c86859' } },
    '“Main menu” noted call id',
  ],
  [{ at, kind: 'waiting', node, visit, for: ['x'], until: '2026-03-10T12:01:15.000Z' }, 'Waits up to 75 s'],
  [received('call.gather.ended', { digits: '12' }), 'The caller pressed 1 2'],
  [received('call.gather.ended', { digits: null }), 'The caller pressed nothing'],
  [received('call.dtmf.received', { digit: '9' }), 'The caller pressed 9'],
  [
    received('call.ai_gather.message_history_updated', {
      message_history: [{ role: 'user', content: 'A table, please.' }],
    }),
    'The caller said: “A table, please.”',
  ],
  [received('call.ai_gather.message_history_updated', { message_history: [] }), 'Something was said'],
  [received('http.answered', { status: 409 }), 'The server answered with 409'],
  [received('call.something_new', {}), 'Telnyx reports: call something new'],
  [
    { at, kind: 'heard', node: 'star', type: 'call.dtmf.received', mode: 'interrupt' },
    '“Star key” takes the call over',
  ],
  [
    { at, kind: 'heard', node: 'star', type: 'call.dtmf.received', mode: 'alongside' },
    '“Star key” is done beside the call',
  ],
  [
    {
      ...event,
      kind: 'ignored',
      type: 'call.speak.ended',
      payload: {},
      why: 'It belongs to an earlier step.',
    },
    'Not used: the text has ended. It belongs to an earlier step.',
  ],
  [
    {
      at,
      kind: 'refused',
      node,
      visit,
      action: 'speak',
      status: 422,
      code: '90018',
      title: 'Call ended',
      detail: '',
    },
    'Telnyx refused to speak a text: Call ended (90018)',
  ],
  [
    { at, kind: 'accepted', node, visit, action: 'speak', command_id: 'c', response: { result: 'ok' } },
    'Telnyx agreed to speak a text',
  ],
  [{ at, kind: 'deadline', node, visit }, 'The time for “Main menu” is over'],
  [{ at, kind: 'deadline', node: null, visit }, 'The time in which the call should have ended is over'],
  [{ at, kind: 'note', text: 'The flow has no start.' }, 'The flow has no start.'],
  [{ at, kind: 'note', node, text: 'The loop is cut here.' }, '“Main menu”: The loop is cut here.'],
  [
    { at, kind: 'note', node, text: 'Nothing came of {{ nodes.book.body.time }} in payload.' },
    '“Main menu”: Nothing came of {time} in payload.',
  ],
  [{ at, kind: 'ended', cause: 'normal_clearing', source: 'caller' }, 'The call ended: hung up'],
  [{ at, kind: 'unknown', line: { kind: 'levitated' } }, 'Something that this page has no words for yet'],
];

describe('a trace in plain words', () => {
  it.each(table)('says $kind', (entry, words) => {
    expect(wordsOf(entry, names).text).toBe(words);
  });

  it('has a sentence for every kind of line, and for every way in which a step is left', () => {
    const said = new Set(
      table.flatMap(([entry]) => (entry.kind === 'left' ? ['left', entry.via] : [entry.kind])),
    );
    const all = traceEntrySchema.options.flatMap(({ shape }) => [
      shape.kind.value,
      ...('via' in shape ? shape.via.options : []),
    ]);
    expect(all.filter((one) => !said.has(one))).toEqual([]);
  });

  it('has plain words for every command of the carrier', () => {
    expect(actionNames.map(actionInWords).filter((words) => /[_.]|do this/.test(words))).toEqual([]);
  });

  it('leads to the step it is about, and to none where none is drawn', () => {
    const stepOf = (entry: AnyTraceEntry) => wordsOf(entry, names).step;
    expect(stepOf({ at, kind: 'entered', node, visit, params: {} })).toEqual({ node });
    expect(stepOf({ at, kind: 'entered', node: 'ask', flow: 'booking@2', visit, params: {} })).toEqual({
      node: 'ask',
      flow: 'booking@2',
    });
    for (const undrawn of ['$apology', '$hang_up', ''])
      expect(stepOf({ at, kind: 'entered', node: undrawn, visit, params: {} })).toBeNull();
    expect(stepOf({ at, kind: 'note', text: 'x' })).toBeNull();
  });
});

it('tells lengths as people say them', () => {
  expect([0, 75_400, 1_356_000, 3_600_000].map(lengthInWords)).toEqual(['0 s', '75 s', '23 min', '1 h']);
});
