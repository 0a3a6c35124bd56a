import { describe, expect, it } from 'vitest';
import { renameSteps } from '../references.ts';
import { clinic, clinicWith } from '../testing/clinic.ts';
import { mergeFlows, sayChanges, sayConflict } from './index.ts';

type Parts = Parameters<typeof clinicWith>[0];

const said = (after: Parts) => sayChanges(clinic, clinicWith(after)).map(({ text }) => text);

describe('what differs, in words', () => {
  it.each<[Parts, string[]]>([
    [
      { nodes: { menu: { exits: { '2': 'book' } } } },
      ['After Main menu, “2 Pharmacy” now leads to Booking (before: Goodbye)'],
    ],
    [
      { nodes: { menu: { exits: { invalid: 'book' } } } },
      ['After Main menu, “Wrong key” now leads to Booking (before: nowhere)'],
    ],
    [
      { nodes: { book: { exits: { done: undefined } } } },
      ['After Booking, “Done” now leads nowhere (before: Sort)'],
    ],
    [
      { nodes: { book: { params: { payload: 'One moment.' } } } },
      ['Booking says other words: “One moment.” (before: “You pressed {{ nodes.menu.digits }}.”)'],
    ],
    [{ nodes: { menu: { label: 'Hello' } } }, ['Hello has another name (before: “Main menu”)']],
    [
      { nodes: { menu: { params: { timeout_millis: 9000 } } } },
      ['Main menu: Wait for a key is now 9000 ms (before: 6000 ms)'],
    ],
    [
      {
        nodes: {
          menu: {
            params: {
              choices: [
                { digits: '2', label: 'Pharmacy' },
                { digits: '3', label: 'Desk' },
              ],
            },
          },
        },
      },
      [
        'Main menu: Keys, 1 is gone (before: Key: “1”, Label: “Appointments”)',
        'Main menu: Keys, 3 is new: Key: “3”, Label: “Desk”',
      ],
    ],
    [{ nodes: { more: { type: 'hangup', label: 'The end' } } }, ['The end is new']],
    [{ nodes: { more: { type: 'hangup', label: 'Goodbye' } } }, ['Goodbye (more) is new']],
    [{ nodes: { sort: undefined } }, ['Sort is gone']],
    [
      { settings: { handlers: { error: 'book' } } },
      ['When a step fails and nothing is connected, calls now go to Booking (before: Goodbye)'],
    ],
    [{ settings: { voice: 'male' } }, ['Voice is now “male” (before: “Telnyx.KokoroTTS.af”)']],
    [{ variables: { urgent: true } }, ['The variable urgent is now yes (before: no)']],
    [{ name: 'Night' }, ['The name of the flow is now “Night” (before: “Clinic”)']],
    [{ layout: { menu: [0, 400] } }, []],
  ])('%j', (parts, sentences) => {
    expect(said(parts)).toEqual(sentences);
  });

  it('names the steps that take over, also where none did before', () => {
    const before = clinicWith({ settings: { handlers: undefined } });
    expect(sayChanges(before, clinic).map(({ text }) => text)).toEqual([
      'When a step fails and nothing is connected, calls now go to Goodbye (before: nowhere special)',
    ]);
  });

  it('tells a new id once, and nothing of what follows it', () => {
    const after = renameSteps(clinic, new Map([['menu', 'main_menu']]));
    expect(sayChanges(clinic, after)).toEqual([
      { kind: 'changed', node: 'main_menu', text: 'Main menu has the id main_menu now (before: menu)' },
    ]);
  });

  it('shows of long words the part that differs', () => {
    const long = 'Welcome to the clinic. '.repeat(20);
    const saying = (end: string) => clinicWith({ nodes: { book: { params: { payload: `${long}${end}` } } } });
    const [change] = sayChanges(saying('Press 1.'), saying('Press 2.'));
    expect(change?.text).toBe(
      'Booking says other words: …to the clinic. Press 2.” (before: …to the clinic. Press 1.”)',
    );
    expect(sayChanges(saying('End.'), clinic)[0]?.text).toMatch(/\(before: “Welcome [^”]*…”\)$/);
  });

  it('never shows braces or brackets of a file', () => {
    const after = clinicWith({
      nodes: {
        book: {
          type: 'http_request',
          params: {
            url: 'https://example.com',
            headers: [{ name: 'A', value: 'b' }],
            odd: { deep: [1, { x: null }] },
          },
        },
      },
    });
    for (const { text } of sayChanges(clinic, after)) expect(text).not.toMatch(/[[\]]|\{"|undefined|null/);
  });
});

describe('what both changed, in words', () => {
  const told = (mine: Parts, theirs: Parts) => {
    const sides = { mine: clinicWith(mine), theirs: clinicWith(theirs) };
    const { flow, conflicts } = mergeFlows(clinic, sides);
    return conflicts.map((conflict) => sayConflict(conflict, [flow, sides.mine, sides.theirs, clinic]));
  };

  it.each<[string, Parts, Parts, Record<string, string>]>([
    [
      'words',
      { nodes: { book: { params: { payload: 'Mine.' } } } },
      { nodes: { book: { params: { payload: 'Theirs.' } } } },
      {
        what: 'What Booking says',
        base: '“You pressed {{ nodes.menu.digits }}.”',
        mine: '“Mine.”',
        theirs: '“Theirs.”',
      },
    ],
    [
      'wires',
      { nodes: { menu: { exits: { '2': 'book' } } } },
      { nodes: { menu: { exits: { '2': undefined } } } },
      { what: 'Where “2 Pharmacy” of Main menu leads', base: 'Goodbye', mine: 'Booking', theirs: 'Nowhere' },
    ],
    [
      'a deleted step',
      { nodes: { sort: undefined, book: { exits: { done: undefined } } } },
      { nodes: { sort: { label: 'Sorted' } } },
      { what: 'The step Sorted', base: 'As it was', mine: 'Deleted', theirs: 'Kept, and changed' },
    ],
    [
      'a deleted step that something new leads to',
      { nodes: { sort: undefined, book: { exits: { done: undefined } } } },
      { nodes: { menu: { exits: { '2': 'sort' } } } },
      {
        what: 'The step Sort',
        base: 'As it was',
        mine: 'Deleted',
        theirs: 'Kept, and used in more places',
      },
    ],
    [
      'fields',
      { nodes: { menu: { params: { timeout_millis: 1000 } } } },
      { nodes: { menu: { params: { timeout_millis: undefined } } } },
      { what: 'Main menu: Wait for a key', base: '6000 ms', mine: '1000 ms', theirs: 'nothing' },
    ],
    [
      'places',
      { layout: { menu: [0, 20] } },
      { layout: { menu: [40, 60] } },
      {
        what: 'Where Main menu stands on the canvas',
        base: '360 across, 0 down',
        mine: '0 across, 20 down',
        theirs: '40 across, 60 down',
      },
    ],
    [
      'one of two sounds',
      { nodes: { book: { type: 'playback_start', params: { payload: undefined, media_name: 'a' } } } },
      {
        nodes: {
          book: { type: 'playback_start', params: { payload: undefined, audio_url: 'https://example.com' } },
        },
      },
      {
        what: 'Booking: Stored sound or Sound file (web address)',
        base: 'nothing',
        mine: 'Stored sound: “a”',
        theirs: 'Sound file (web address): “https://example.com”',
      },
    ],
    [
      'handlers',
      { settings: { handlers: { error: 'book' } } },
      { settings: { handlers: { error: undefined } } },
      {
        what: 'When a step fails and nothing is connected',
        base: 'Goodbye',
        mine: 'Booking',
        theirs: 'Nowhere special',
      },
    ],
  ])('names %s and both values', (_what, mine, theirs, words) => {
    expect(told(mine, theirs)).toEqual([words]);
  });
});
