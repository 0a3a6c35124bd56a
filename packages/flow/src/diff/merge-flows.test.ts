import { describe, expect, it } from 'vitest';
import { renameSteps } from '../references.ts';
import type { Flow } from '../schema.ts';
import { clinic, clinicWith } from '../testing/clinic.ts';
import { mergeFlows } from './index.ts';

type Parts = Parameters<typeof clinicWith>[0];

const menu = (parts: Parts) => clinicWith({ nodes: { menu: parts } });

/** The merge of two changed clinics that do not conflict. */
function merged(mine: Flow, theirs: Flow): Flow {
  const { flow, conflicts } = mergeFlows(clinic, { mine, theirs });
  expect(conflicts).toEqual([]);
  return flow;
}

describe('a step that both sides changed', () => {
  it('keeps the words that they mended and the exit that I wired', () => {
    const flow = merged(menu({ exits: { invalid: 'book' } }), menu({ params: { payload: 'Press 1 or 2.' } }));
    expect(flow).toEqual(menu({ exits: { invalid: 'book' }, params: { payload: 'Press 1 or 2.' } }));
  });

  it('keeps the fields, the name, the wires and the place that each changed', () => {
    const mine = clinicWith({ nodes: { menu: { label: 'Hello', exits: { '2': 'book' } } } });
    const theirs = clinicWith({
      nodes: { menu: { params: { timeout_millis: 9000 }, exits: { no_input: undefined } } },
      layout: { menu: [400, 20] },
    });
    expect(merged(mine, theirs)).toEqual(
      clinicWith({
        nodes: {
          menu: {
            label: 'Hello',
            params: { timeout_millis: 9000 },
            exits: { '2': 'book', no_input: undefined },
          },
        },
        layout: { menu: [400, 20] },
      }),
    );
  });

  it('tells each field that both changed in a way of their own, and takes whose was chosen', () => {
    const [mine, theirs] = [
      menu({ label: 'Mine', exits: { '2': 'book' } }),
      menu({ label: 'Theirs', exits: { '2': 'sort' } }),
    ];
    const { flow, conflicts } = mergeFlows(clinic, { mine, theirs }, ({ path }) =>
      path[2] === 'label' ? 'theirs' : 'mine',
    );
    expect(conflicts).toEqual([
      { path: ['nodes', 'menu', 'label'], base: 'Main menu', mine: 'Mine', theirs: 'Theirs' },
      { path: ['nodes', 'menu', 'exits', '2'], base: 'goodbye', mine: 'book', theirs: 'sort' },
    ]);
    expect(flow).toEqual(menu({ label: 'Theirs', exits: { '2': 'book' } }));
  });

  it('is one thing where they made another kind of step of it', () => {
    const mine = clinicWith({
      nodes: {
        book: {
          type: 'playback_start',
          params: { audio_url: 'https://example.com/a.mp3', payload: undefined },
        },
      },
    });
    const theirs = clinicWith({ nodes: { book: { params: { payload: 'Now.' } } } });
    const { flow, conflicts } = mergeFlows(clinic, { mine, theirs }, () => 'theirs');
    expect(conflicts.map(({ path }) => path)).toEqual([['nodes', 'book']]);
    expect(flow.nodes.book).toEqual(theirs.nodes.book);
  });

  it('takes one of two sounds of which it can play one only', () => {
    const playing = (params: Parts) => clinicWith({ nodes: { play: { type: 'playback_start', params } } });
    const [url, name] = [{ audio_url: 'https://example.com/a.mp3' }, { media_name: 'welcome' }];
    const sides = { mine: playing(url), theirs: playing(name) };
    const { flow, conflicts } = mergeFlows(playing({}), sides);
    expect(conflicts).toEqual([{ path: ['nodes', 'play', 'params'], base: {}, mine: url, theirs: name }]);
    expect(flow).toEqual(sides.mine);
    expect(mergeFlows(playing({}), sides, () => 'theirs').flow).toEqual(sides.theirs);
  });

  it('keeps fields that this version does not know', () => {
    const flow = merged(
      clinicWith({ future: { a: 1 }, nodes: { menu: { colour: 'red' } } }),
      clinicWith({ future: { b: 2 }, nodes: { menu: { pinned: true } } }),
    );
    expect(flow).toMatchObject({ future: { a: 1, b: 2 }, nodes: { menu: { colour: 'red', pinned: true } } });
  });
});

describe('a step under a new id', () => {
  const renaming = new Map([['menu', 'main_menu']]);

  it('is followed by what the other side wrote meanwhile', () => {
    const theirs = clinicWith({
      settings: { handlers: { no_input: 'menu' } },
      nodes: {
        menu: { params: { payload: 'Press 1 or 2.' } },
        more: { type: 'speak', params: { payload: '{{ nodes.menu.status }}' }, exits: { done: 'menu' } },
      },
      layout: { menu: [400, 0] },
    });
    expect(merged(renameSteps(clinic, renaming), theirs)).toEqual(renameSteps(theirs, renaming));
    expect(merged(theirs, renameSteps(clinic, renaming))).toEqual(renameSteps(theirs, renaming));
  });

  it('is the same step too when it was changed besides', () => {
    const mine = renameSteps(menu({ label: 'Hello' }), renaming);
    const theirs = menu({ exits: { invalid: 'book' } });
    expect(merged(mine, theirs)).toEqual(
      renameSteps(menu({ label: 'Hello', exits: { invalid: 'book' } }), renaming),
    );
  });

  it('has one of two ids where both renamed it, and both are told', () => {
    const sides = {
      mine: renameSteps(clinic, renaming),
      theirs: renameSteps(clinic, new Map([['menu', 'choices']])),
    };
    const { flow, conflicts } = mergeFlows(clinic, sides);
    expect(conflicts).toEqual([
      { path: ['nodes', 'menu', 'id'], base: 'menu', mine: 'main_menu', theirs: 'choices' },
    ]);
    expect(flow).toEqual(sides.mine);
  });

  it('makes way for a step that the other side added under that id', () => {
    const theirs = clinicWith({
      nodes: { main_menu: { type: 'hangup', label: 'End' }, sort: { exits: { one: 'main_menu' } } },
    });
    const flow = merged(renameSteps(clinic, renaming), theirs);
    expect(flow.nodes).toMatchObject({
      main_menu: { label: 'Main menu' },
      main_menu_2: { label: 'End' },
      sort: { exits: { one: 'main_menu_2', else: 'main_menu' } },
    });
  });
});

describe('steps that both sides added under one id', () => {
  const added = (node: Parts, exits: Parts) => clinicWith({ nodes: { speak: node, menu: { exits } } });

  it('are both kept when they are different steps', () => {
    const mine = added(
      { type: 'speak', params: { payload: 'Mine.' }, exits: { done: 'book' } },
      { '3': 'speak' },
    );
    const theirs = added({ type: 'hangup', label: 'Theirs' }, { invalid: 'speak' });
    const flow = merged(mine, theirs);
    const behind = (exit: string) => flow.nodes[flow.nodes.menu?.exits[exit] ?? '']?.type;
    expect([behind('3'), behind('invalid')]).toEqual(['speak', 'hangup']);
    expect(merged(theirs, mine)).toEqual(flow);
  });

  it('are one where most of them is the same', () => {
    const node = { type: 'speak', label: 'Desk', params: { payload: 'One moment.' } };
    const mine = added({ ...node, exits: { done: 'goodbye' } }, {});
    const theirs = added(node, {});
    expect(merged(mine, theirs)).toEqual(mine);
  });
});

describe('a step that one side deleted', () => {
  const without = clinicWith({
    settings: { handlers: { error: undefined } },
    nodes: { goodbye: undefined, menu: { exits: { '2': undefined } }, sort: { exits: { one: undefined } } },
    layout: { goodbye: undefined },
  });

  it('goes, with the wires that lead to it, and the place that the other side gave it', () => {
    const theirs = clinicWith({ layout: { goodbye: [0, 400] }, nodes: { book: { label: 'Book' } } });
    const flow = merged(without, theirs);
    expect(flow).toEqual({
      ...without,
      nodes: { ...without.nodes, book: { ...without.nodes.book, label: 'Book' } },
    });
  });

  it('does not take along a wire that the other side led elsewhere', () => {
    expect(merged(without, menu({ exits: { '2': 'book' } })).nodes.menu?.exits['2']).toBe('book');
  });

  it.each([
    ['changed it', { nodes: { goodbye: { label: 'Bye' } } }],
    ['leads to it anew', { nodes: { book: { exits: { done: 'goodbye' } } } }],
    ['hands calls to it', { settings: { handlers: { no_input: 'goodbye' } } }],
  ])(
    'is told when the other side %s, and comes back with its wires when that side is chosen',
    (_what, parts) => {
      const theirs = clinicWith(parts);
      const { flow, conflicts } = mergeFlows(clinic, { mine: without, theirs });
      expect(conflicts).toMatchObject([{ path: ['nodes', 'goodbye'] }]);
      expect(conflicts[0]).not.toHaveProperty('mine');
      expect(JSON.stringify(flow)).not.toContain('"goodbye"');
      expect(mergeFlows(clinic, { mine: without, theirs }, () => 'theirs').flow).toEqual(theirs);
    },
  );

  it('is told when the other side has begun to read its values', () => {
    const theirs = clinicWith({ nodes: { book: { params: { payload: '{{ nodes.sort.status }}' } } } });
    const mine = clinicWith({ nodes: { sort: undefined, book: { exits: { done: undefined } } } });
    expect(mergeFlows(clinic, { mine, theirs }).conflicts).toMatchObject([{ path: ['nodes', 'sort'] }]);
  });
});

describe('the parts of a flow', () => {
  it('merge one by one', () => {
    const mine = {
      name: 'Mine',
      variables: { mine: 1 },
      inputs: { age: { type: 'number' } },
      settings: { language: 'en-US' },
    };
    const theirs = {
      description: 'Theirs.',
      variables: { theirs: 2 },
      outputs: { done: { type: 'boolean' } },
      settings: { voice: 'x' },
    };
    expect(merged(clinicWith(mine), clinicWith(theirs))).toEqual(
      clinicWith({
        ...mine,
        ...theirs,
        variables: { mine: 1, theirs: 2 },
        settings: { language: 'en-US', voice: 'x' },
      }),
    );
  });

  it('keep words in every language that a side added', () => {
    const [mine, theirs] = ['es-US', 'fr-CA'].map((tag) =>
      menu({ params: { payload: { 'en-US': 'Press 1 for appointments, 2 for the pharmacy.', [tag]: tag } } }),
    );
    if (mine === undefined || theirs === undefined) throw new Error('Two sides are needed.');
    expect(merged(mine, theirs).nodes.menu?.params.payload).toMatchObject({
      'es-US': 'es-US',
      'fr-CA': 'fr-CA',
    });
  });
});
