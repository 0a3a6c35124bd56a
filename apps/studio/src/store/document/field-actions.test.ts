import { describe, expect, it } from 'vitest';
import { setUpHarness } from '../testing/harness.ts';

describe('changing a parameter', () => {
  it('writes deep into lists and objects, and cleans up what it empties', () => {
    const { state } = setUpHarness();
    state().setParam('menu', ['choices', 1, 'label'], 'Drugs');
    expect(state().flow?.nodes.menu?.params.choices).toEqual([
      { digits: '1', label: 'Appointments' },
      { digits: '2', label: 'Drugs' },
    ]);
    state().setParam('book', ['voice_settings', 'type'], 'elevenlabs');
    state().setParam('book', ['voice_settings', 'type'], undefined);
    expect(state().flow?.nodes.book?.params).not.toHaveProperty('voice_settings');
  });

  it('keeps a copy, so that nothing outside holds a part of the document', () => {
    const { state } = setUpHarness();
    const choices = [{ digits: '5' }];
    state().setParam('menu', ['choices'], choices);
    choices.push({ digits: '6' });
    expect(state().flow?.nodes.menu?.params.choices).toEqual([{ digits: '5' }]);
  });
});

describe('the wires of a step whose exits change', () => {
  it('follow a key that becomes another, also through an empty field', () => {
    const { state, advance } = setUpHarness();
    state().setParam('menu', ['choices', 0, 'digits'], '');
    advance(5_000);
    expect(state().flow?.nodes.menu?.exits['1']).toBeUndefined();
    state().setParam('menu', ['choices', 0, 'digits'], '3');
    expect(state().flow?.nodes.menu?.exits).toMatchObject({ '3': 'book', no_input: 'menu' });
  });

  it('go with a key that is taken away, and come back with undo', () => {
    const { state } = setUpHarness();
    state().setParam('menu', ['choices', 0], undefined);
    expect(state().flow?.nodes.menu?.exits).toEqual({ no_input: 'menu' });
    state().undo();
    expect(state().flow?.nodes.menu?.exits['1']).toBe('book');
  });

  it('stay with their keys when the keys change places', () => {
    const { state } = setUpHarness();
    state().connect({ node: 'menu', exit: '2' }, 'goodbye');
    state().setParam('menu', ['choices'], [{ digits: '2' }, { digits: '1' }]);
    expect(state().flow?.nodes.menu?.exits).toMatchObject({ '1': 'book', '2': 'goodbye' });
  });

  it('are forgotten once the field is left with the key taken away', () => {
    const { state } = setUpHarness();
    state().setParam('menu', ['choices', 0, 'digits'], '');
    state().commitField();
    state().setParam('menu', ['choices', 0, 'digits'], '3');
    expect(state().flow?.nodes.menu?.exits).toEqual({ no_input: 'menu' });
  });
});

describe('giving a step another id', () => {
  it('rewrites wires, handlers, layout, templates and the selection, but no quoted text', () => {
    const { state } = setUpHarness();
    state().select(['menu']);
    expect(state().renameNode('menu', 'main_menu')).toBe(true);
    const { flow } = state();
    expect(flow?.nodes.incoming?.exits.incoming).toBe('main_menu');
    expect(flow?.nodes.main_menu?.exits.no_input).toBe('main_menu');
    expect(flow?.layout).toHaveProperty('main_menu');
    expect(flow?.nodes.book?.params.payload).toBe(
      'You pressed {{ nodes.main_menu.digits }}. {{ "nodes.menu.digits" }}',
    );
    expect(state().selection).toEqual(['main_menu']);
    state().renameNode('goodbye', 'the_end');
    expect(state().flow?.settings.handlers?.no_input).toBe('the_end');
  });

  it('refuses an id that is taken or malformed', () => {
    const { state } = setUpHarness();
    expect(state().renameNode('menu', 'book')).toBe(false);
    expect(state().renameNode('menu', 'Main menu')).toBe(false);
    expect(state().canUndo).toBe(false);
  });
});
