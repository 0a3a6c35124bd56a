import { describe, expect, it } from 'vitest';
import { withParts } from './json-paths.ts';
import { HISTORY_LIMIT } from './history.ts';
import { clinic, setUpHarness } from '../testing/harness.ts';
import type { EditorState } from '../state.ts';

const changes: Record<string, (state: EditorState) => unknown> = {
  'an added node': (state) =>
    state.addNode({ type: 'speak', at: [0, 400], from: { node: 'menu', exit: '2' } }),
  'an inserted node': (state) => state.insertNode({ type: 'speak', between: { node: 'menu', exit: '1' } }),
  'deleted nodes': (state) => state.removeNodes(['menu', 'book']),
  'a new wire': (state) => state.connect({ node: 'menu', exit: '2' }, 'goodbye'),
  'a removed wire': (state) => state.connect({ node: 'menu', exit: '1' }, null),
  'a drag': (state) => state.moveNodes({ menu: [400, 40], book: [800, 40] }),
  'a duplicate': (state) => state.duplicateNodes(['menu']),
  'a paste': (state) => state.pasteNodes(state.copyNodes(['menu', 'book']), [0, 800]),
  'a parameter': (state) => state.setParam('menu', ['payload'], 'Hello'),
  'a nested parameter': (state) => state.setParam('menu', ['choices', 0, 'label'], 'Book'),
  'a label': (state) => state.setLabel('menu', 'Welcome'),
  'a new id': (state) => state.renameNode('menu', 'main_menu'),
  'a setting': (state) => state.setSettings(['voice'], 'Telnyx.KokoroTTS.af'),
  'the name of the flow': (state) => state.setName('Front desk'),
  'a variable': (state) => state.setVariable('tries', 3),
  'a removed variable': (state) => state.setVariable('urgent', undefined),
  'another document': (state) => state.replaceFlow(withParts(clinic, { name: 'Imported' }), 'Imported'),
};

describe('undo and redo', () => {
  it.each(Object.entries(changes))('take back and bring back %s in one step', (_name, change) => {
    const { state } = setUpHarness();
    change(state());
    const changed = state().flow;
    expect(changed).not.toEqual(clinic);
    state().undo();
    expect(state().flow).toEqual(clinic);
    expect(state().canUndo).toBe(false);
    state().redo();
    expect(state().flow).toEqual(changed);
  });

  it('restore the wires of a deleted node', () => {
    const { state } = setUpHarness();
    state().removeNodes(['goodbye']);
    expect(state().flow?.nodes.book?.exits).toEqual({});
    expect(state().flow?.settings.handlers).toEqual({});
    state().undo();
    expect(state().flow?.nodes.book?.exits).toEqual({ done: 'goodbye' });
  });

  it('keep the records of untouched nodes', () => {
    const { state } = setUpHarness();
    state().setParam('book', ['payload'], 'Bye');
    expect(state().flow?.nodes.menu).toBe(clinic.nodes.menu);
    state().undo();
    expect(state().flow?.nodes.menu).toBe(clinic.nodes.menu);
  });

  it('start afresh with another flow', () => {
    const { state } = setUpHarness();
    state().setName('Front desk');
    state().open(withParts(clinic, { id: 'other' }), 1, false);
    state().undo();
    expect(state().flow?.name).toBe('Clinic');
    expect(state().canUndo).toBe(false);
  });

  it('leave a read-only flow alone', () => {
    const { state } = setUpHarness(clinic, { readOnly: true });
    for (const change of Object.values(changes)) change(state());
    expect(state().flow).toBe(clinic);
    expect(state().canUndo).toBe(false);
  });

  it('know selection and viewport nothing', () => {
    const { state } = setUpHarness();
    state().select(['menu']);
    state().revealNode('book');
    expect(state().canUndo).toBe(false);
    expect(state().saveState).toBe('saved');
  });

  it('forget the oldest steps past the limit', () => {
    const { state } = setUpHarness();
    for (let step = 0; step < HISTORY_LIMIT + 20; step += 1) state().moveNodes({ menu: [step * 20, 400] });
    for (let step = 0; step < HISTORY_LIMIT + 50; step += 1) state().undo();
    expect(state().flow?.layout.menu).toEqual([19 * 20, 400]);
    expect(state().saveState).toBe('unsaved');
  });
});

describe('coalescing', () => {
  it('makes one step of the keystrokes in one field', () => {
    const { state, advance } = setUpHarness();
    for (const text of ['H', 'He', 'Hel']) {
      state().setParam('book', ['payload'], text);
      advance(300);
    }
    state().undo();
    expect(state().flow).toEqual(clinic);
  });

  it('keeps two fields apart however fast they change', () => {
    const { state } = setUpHarness();
    state().setParam('book', ['payload'], 'Hi');
    state().setParam('menu', ['payload'], 'Hi');
    state().undo();
    expect(state().flow?.nodes.book?.params.payload).toBe('Hi');
    expect(state().flow?.nodes.menu).toEqual(clinic.nodes.menu);
  });

  it('ends with a pause of more than a second, and when the field is left', () => {
    const { state, advance } = setUpHarness();
    state().setParam('book', ['payload'], 'H');
    advance(1_001);
    state().setParam('book', ['payload'], 'He');
    state().commitField();
    state().setParam('book', ['payload'], 'Hel');
    state().undo();
    expect(state().flow?.nodes.book?.params.payload).toBe('He');
    state().undo();
    expect(state().flow?.nodes.book?.params.payload).toBe('H');
  });

  it('makes one step of a burst of nudges', () => {
    const { state, advance } = setUpHarness();
    for (let step = 1; step <= 5; step += 1) {
      state().moveNodes({ menu: [360 + step * 20, 0] }, { burst: true });
      advance(100);
    }
    state().undo();
    expect(state().flow?.layout.menu).toEqual([360, 0]);
  });
});
