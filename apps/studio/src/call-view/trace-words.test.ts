import { describe, expect, it } from 'vitest';
import type { TraceEntry } from '../../api/index.ts';
import { lengthInWords, type Names, wordsOf } from './trace-words.ts';

const steps: Readonly<Record<string, string>> = { menu: 'Main menu', bye: 'Goodbye' };
const exits: Readonly<Record<string, string>> = { '1': '1 Book', no_input: 'No input', error: 'Error' };
const names: Names = { step: (id) => steps[id] ?? id, exit: (_node, exit) => exits[exit] ?? exit };

const at = '2026-03-10T12:00:00.000Z';
const visit = 2;
const event = { event_id: 'e1', payload: {} };

const table: readonly (readonly [TraceEntry, string])[] = [
  [{ at, kind: 'began', call: { from: '+1', to: '+2' } }, 'A call comes in from +1 to +2'],
  [{ at, kind: 'entered', node: 'menu', visit, params: {} }, 'Reached “Main menu”'],
  [
    { at, kind: 'left', node: 'menu', visit, exit: '1', to: 'bye', via: 'wire' },
    'Left “Main menu” by “1 Book” to “Goodbye”',
  ],
  [
    { at, kind: 'left', node: 'menu', visit, exit: 'no_input', to: 'bye', via: 'handler' },
    "Left “Main menu” by “No input” to “Goodbye”, as the flow's settings say",
  ],
  [
    { at, kind: 'left', node: 'menu', visit, exit: 'error', to: null, via: 'apology' },
    'Left “Main menu” by “Error”: nothing is connected, so the caller hears an apology',
  ],
  [
    { at, kind: 'sent', node: 'menu', visit, action: 'gather_using_speak', command_id: 'c', body: {} },
    'Asked Telnyx to speak a prompt and collect keys',
  ],
  [
    { at, kind: 'sent', node: 'menu', visit, action: 'send_fax', command_id: 'c', body: {} },
    'Asked Telnyx to carry out send_fax',
  ],
  [
    { at, kind: 'set', node: 'menu', outputs: { digits: '1', list: [] }, variables: { name: 'Ana' } },
    'Remembered name Ana. Noted digits 1, list',
  ],
  [
    {
      at,
      kind: 'waiting',
      node: 'menu',
      visit,
      for: ['call.gather.ended'],
      until: '2026-03-10T12:01:15.000Z',
    },
    'Waits up to 75 s',
  ],
  [
    { at, kind: 'received', type: 'call.gather.ended', node: 'menu', ...event },
    "Telnyx says: the caller's keys are in",
  ],
  [
    {
      at,
      kind: 'sent',
      node: 'menu',
      visit,
      action: 'http_request',
      command_id: 'c',
      body: { method: 'POST', url: 'https://example.com/book' },
    },
    'Asked a server: POST https://example.com/book',
  ],
  [
    { at, kind: 'received', type: 'http.answered', node: 'menu', event_id: 'e1', payload: { status: 409 } },
    'The server answered with 409',
  ],
  [{ at, kind: 'received', type: 'call.cost', node: null, ...event }, 'Telnyx says: call.cost'],
  [
    { at, kind: 'ignored', type: 'call.speak.ended', why: 'It belongs to an earlier step.', ...event },
    'Not used: the text has been spoken. It belongs to an earlier step.',
  ],
  [
    {
      at,
      kind: 'refused',
      node: 'menu',
      visit,
      action: 'speak',
      status: 422,
      code: '90018',
      title: 'Call ended',
      detail: '',
    },
    'Telnyx refused to speak a text: Call ended (90018)',
  ],
  [{ at, kind: 'note', text: 'The step budget is used up.' }, 'The step budget is used up.'],
  [{ at, kind: 'ended', cause: 'normal_clearing', source: 'caller' }, 'The call ended: hung up'],
];

describe('a trace in plain words', () => {
  it.each(table)('says $kind', (entry, words) => {
    expect(wordsOf(entry, names).text).toBe(words);
  });

  it('tells lengths as people say them', () => {
    expect([0, 75_400, 1_356_000, 3_600_000].map(lengthInWords)).toEqual(['0 s', '75 s', '23 min', '1 h']);
  });

  it('leads to the step it is about, and to none where there is none', () => {
    expect(wordsOf({ at, kind: 'entered', node: 'menu', visit, params: {} }, names).node).toBe('menu');
    expect(wordsOf({ at, kind: 'note', text: 'x' }, names).node).toBeNull();
  });

  it('keeps everything the entry holds for whoever opens it', () => {
    expect(wordsOf({ at, kind: 'entered', node: 'menu', visit, params: { a: 1 } }, names).more).toEqual({
      node: 'menu',
      visit,
      params: { a: 1 },
    });
  });
});
