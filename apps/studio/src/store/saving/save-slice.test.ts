import { describe, expect, it } from 'vitest';
import { withParts } from '../document/json-paths.ts';
import { SAVE_AFTER_MS, SAVE_WITHIN_MS } from './save-slice.ts';
import { clinic, setUpHarness } from '../testing/harness.ts';

const theirs = withParts(clinic, { name: 'Theirs' });

describe('saving', () => {
  it('waits for a pause of less than two seconds, and sends the revision it is based on', async () => {
    const { state, advance, saves } = setUpHarness();
    state().setName('A');
    expect(state().saveState).toBe('unsaved');
    advance(SAVE_AFTER_MS - 1);
    state().setName('Ab');
    advance(SAVE_AFTER_MS - 1);
    expect(saves).toHaveLength(0);
    advance(1);
    expect(saves).toHaveLength(1);
    expect(saves[0]).toMatchObject({ revision: 1, flow: { name: 'Ab' } });
    expect(state().saveState).toBe('saving');
    await saves[0]?.answer({ kind: 'saved', revision: 2 });
    expect(state()).toMatchObject({ saveState: 'saved', revision: 2 });
  });

  it('saves within fifteen seconds of ceaseless typing', () => {
    const { state, advance, saves } = setUpHarness();
    for (let at = 0; at < SAVE_WITHIN_MS; at += 500) {
      state().setName(`Name ${at}`);
      advance(500);
    }
    expect(saves).toHaveLength(1);
  });

  it('sends what changed while a save was on its way, with the new revision', async () => {
    const { state, advance, saves } = setUpHarness();
    state().setName('A');
    advance(SAVE_AFTER_MS);
    state().setName('Ab');
    await saves[0]?.answer({ kind: 'saved', revision: 2 });
    expect(state().saveState).toBe('unsaved');
    advance(SAVE_AFTER_MS);
    await Promise.resolve();
    expect(saves[1]).toMatchObject({ revision: 2, flow: { name: 'Ab' } });
  });

  it('has nothing to save after an undo to what is saved, and again after a redo', async () => {
    const { state, advance, saves } = setUpHarness();
    state().setName('A');
    state().undo();
    expect(state().saveState).toBe('saved');
    state().redo();
    expect(state().saveState).toBe('unsaved');
    advance(SAVE_AFTER_MS);
    await saves[0]?.answer({ kind: 'saved', revision: 2 });
    state().undo();
    expect(state().saveState).toBe('unsaved');
  });

  it('adds nothing to the history and takes nothing from it', async () => {
    const { state, advance, saves } = setUpHarness();
    state().setName('A');
    advance(SAVE_AFTER_MS);
    await saves[0]?.answer({ kind: 'saved', revision: 2 });
    expect(state().undoLabel).toBe('Flow renamed');
    state().undo();
    expect(state().canUndo).toBe(false);
  });

  it('never happens without an edit, nor in a read-only flow', async () => {
    const quiet = setUpHarness();
    quiet.advance(60_000);
    expect(await quiet.state().flushSave()).toBe(true);
    expect(quiet.saves).toHaveLength(0);
    const locked = setUpHarness(clinic, { readOnly: true });
    locked.state().setName('A');
    expect(await locked.state().flushSave()).toBe(true);
    expect(locked.saves).toHaveLength(0);
    expect(locked.state().saveState).toBe('read_only');
  });

  it('at once tells whether the service holds what is on the canvas', async () => {
    const { state, saves } = setUpHarness();
    state().setName('A');
    const flushed = state().flushSave();
    await saves[0]?.answer({ kind: 'saved', revision: 2 });
    expect(await flushed).toBe(true);
  });

  it('waits for one on its way before it sends the next', async () => {
    const { state, advance, saves } = setUpHarness();
    state().setName('A');
    advance(SAVE_AFTER_MS);
    state().setName('Ab');
    const flushed = state().flushSave();
    expect(saves).toHaveLength(1);
    await saves[0]?.answer({ kind: 'saved', revision: 2 });
    await saves[1]?.answer({ kind: 'saved', revision: 3 });
    expect(await flushed).toBe(true);
    expect(state().revision).toBe(3);
  });

  it('says why it was refused, and tries again after the next change', async () => {
    const { state, advance, saves } = setUpHarness();
    state().setName('A');
    advance(SAVE_AFTER_MS);
    await saves[0]?.answer({ kind: 'refused', message: 'No.' });
    expect(state()).toMatchObject({ saveState: 'unsaved', saveError: 'No.' });
    state().setName('Ab');
    advance(SAVE_AFTER_MS);
    await Promise.resolve();
    await saves[1]?.answer({ kind: 'saved', revision: 2 });
    expect(state()).toMatchObject({ saveState: 'saved', saveError: null });
  });

  it('does not let a late answer touch another flow', async () => {
    const { state, advance, saves } = setUpHarness();
    state().setName('A');
    advance(SAVE_AFTER_MS);
    state().open(withParts(clinic, { id: 'other' }), 7, false);
    await saves[0]?.answer({ kind: 'saved', revision: 2 });
    expect(state()).toMatchObject({ saveState: 'saved', revision: 7 });
  });
});

describe('asking to save while a save is on its way', () => {
  const settled = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };

  it('sends one save after it, however many ask, and never two at once', async () => {
    const { state, saves } = setUpHarness();
    state().setName('A');
    const first = state().flushSave();
    state().setName('Ab');
    const more = [state().flushSave(), state().flushSave(), state().flushSave()];
    await saves[0]?.answer({ kind: 'saved', revision: 2 });
    await settled();
    expect(saves.map(({ revision, flow }) => [revision, flow.name])).toEqual([
      [1, 'A'],
      [2, 'Ab'],
    ]);
    await saves[1]?.answer({ kind: 'saved', revision: 3 });
    expect(await Promise.all([first, ...more])).toEqual([false, true, true, true]);
    expect(state()).toMatchObject({ saveState: 'saved', revision: 3, conflict: null });
    expect(saves).toHaveLength(2);
  });

  it('takes in a change made while the next one waits', async () => {
    const { state, saves } = setUpHarness();
    state().setName('A');
    void state().flushSave();
    state().setName('Ab');
    const flushed = state().flushSave();
    state().setName('Abc');
    await saves[0]?.answer({ kind: 'saved', revision: 2 });
    await saves[1]?.answer({ kind: 'saved', revision: 3 });
    expect(saves[1]?.flow.name).toBe('Abc');
    expect(await flushed).toBe(true);
  });

  it('is one with the autosave whose time comes meanwhile', async () => {
    const { state, advance, saves } = setUpHarness();
    state().setName('A');
    void state().flushSave();
    state().setName('Ab');
    const flushed = state().flushSave();
    advance(SAVE_WITHIN_MS);
    expect(saves).toHaveLength(1);
    await saves[0]?.answer({ kind: 'saved', revision: 2 });
    advance(SAVE_WITHIN_MS);
    await settled();
    expect(saves).toHaveLength(2);
    await saves[1]?.answer({ kind: 'saved', revision: 3 });
    advance(SAVE_WITHIN_MS);
    expect(await flushed).toBe(true);
    expect(saves).toHaveLength(2);
  });

  it('tells whoever asked that nothing is saved once the flow has made way for another', async () => {
    const { state, saves } = setUpHarness();
    state().setName('A');
    const first = state().flushSave();
    state().setName('Ab');
    const second = state().flushSave();
    state().open(withParts(clinic, { id: 'other' }), 7, false);
    await saves[0]?.answer({ kind: 'saved', revision: 2 });
    expect(await Promise.all([first, second])).toEqual([false, false]);
    expect(saves).toHaveLength(1);
    expect(state()).toMatchObject({ revision: 7, saveState: 'saved' });
  });

  it('waits in another flow for nothing that the one before it sent', async () => {
    const { state, saves } = setUpHarness();
    state().setName('A');
    void state().flushSave();
    void state().flushSave();
    state().open(withParts(clinic, { id: 'other' }), 7, false);
    state().setName('B');
    const flushed = state().flushSave();
    expect(saves[1]).toMatchObject({ revision: 7, flow: { id: 'other', name: 'B' } });
    await saves[0]?.answer({ kind: 'saved', revision: 2 });
    await saves[1]?.answer({ kind: 'saved', revision: 8 });
    expect(await flushed).toBe(true);
    expect(state()).toMatchObject({ revision: 8, saveState: 'saved' });
  });

  it('tries again at once after a refusal, and stops at a conflict', async () => {
    const { state, saves } = setUpHarness();
    state().setName('A');
    void state().flushSave();
    state().setName('Ab');
    const second = state().flushSave();
    await saves[0]?.answer({ kind: 'refused', message: 'No.' });
    const third = state().flushSave();
    await saves[1]?.answer({ kind: 'conflict', flow: theirs, revision: 9 });
    await settled();
    expect(await Promise.all([second, third])).toEqual([false, false]);
    expect(saves).toHaveLength(2);
    expect(state().saveState).toBe('conflict');
  });
});

describe('a save whose answer was lost', () => {
  it('is no conflict when the service holds what was sent', async () => {
    const { state, advance, saves, kept } = setUpHarness();
    state().setName('A');
    advance(SAVE_AFTER_MS);
    await saves[0]?.answer({ kind: 'unreachable' });
    advance(2_000);
    await saves[1]?.answer({ kind: 'conflict', flow: saves[0]?.flow ?? theirs, revision: 2 });
    expect(state()).toMatchObject({ saveState: 'saved', revision: 2, conflict: null });
    expect(kept.size).toBe(0);
  });

  it('is no conflict either when more was changed since, which is then sent', async () => {
    const { state, advance, saves } = setUpHarness();
    state().setName('A');
    advance(SAVE_AFTER_MS);
    await saves[0]?.answer({ kind: 'unreachable' });
    state().setName('Ab');
    advance(2_000);
    await saves[1]?.answer({ kind: 'conflict', flow: saves[0]?.flow ?? theirs, revision: 2 });
    expect(state()).toMatchObject({ saveState: 'unsaved', revision: 2, conflict: null });
    advance(SAVE_AFTER_MS);
    expect(saves[2]).toMatchObject({ revision: 2, flow: { name: 'Ab' } });
  });

  it('is a conflict when the service holds something else', async () => {
    const { state, advance, saves } = setUpHarness();
    state().setName('A');
    advance(SAVE_AFTER_MS);
    await saves[0]?.answer({ kind: 'unreachable' });
    advance(2_000);
    await saves[1]?.answer({ kind: 'conflict', flow: theirs, revision: 2 });
    expect(state().saveState).toBe('conflict');
  });

  it('leaves nothing to bring back when it comes after the flow was left', async () => {
    const { state, saves, kept } = setUpHarness();
    state().setName('A');
    state().keepUnsaved();
    void state().flushSave();
    state().close();
    expect(kept.size).toBe(1);
    await saves[0]?.answer({ kind: 'saved', revision: 2 });
    expect(kept.size).toBe(0);
  });
});

describe('without a connection', () => {
  it('keeps the edits on this device and tries again, later each time', async () => {
    const { state, advance, saves, kept } = setUpHarness();
    state().setName('A');
    advance(SAVE_AFTER_MS);
    await saves[0]?.answer({ kind: 'unreachable' });
    expect(state().saveState).toBe('offline');
    expect(kept.get('clinic')?.flow.name).toBe('A');
    state().setName('Ab');
    expect(kept.get('clinic')?.flow.name).toBe('Ab');
    advance(2_000);
    await saves[1]?.answer({ kind: 'unreachable' });
    advance(3_999);
    expect(saves).toHaveLength(2);
    advance(1);
    await saves[2]?.answer({ kind: 'saved', revision: 2 });
    expect(state().saveState).toBe('saved');
    expect(kept.size).toBe(0);
  });

  it('offers kept edits on return, and brings them back on top of what the service holds', () => {
    const { state, kept } = setUpHarness();
    kept.set('clinic', { flow: withParts(clinic, { name: 'Mine' }), base: clinic, revision: 1 });
    const newer = withParts(clinic, { variables: { theirs: 1 } });
    state().open(newer, 4, false);
    expect(state().kept).toMatchObject({ flow: { name: 'Mine' }, revision: 1 });
    expect(state().flow).toBe(newer);
    state().resolveKept('restore');
    expect(state().flow).toMatchObject({ name: 'Mine', variables: { theirs: 1 } });
    expect(state()).toMatchObject({ saveState: 'unsaved', kept: null });
  });

  it('throws kept edits away when asked to, and offers none that are saved already', () => {
    const { state, kept } = setUpHarness();
    kept.set('clinic', { flow: theirs, base: clinic, revision: 1 });
    state().open(clinic, 1, false);
    state().resolveKept('discard');
    expect(kept.size).toBe(0);
    kept.set('clinic', { flow: clinic, base: clinic, revision: 1 });
    state().open(clinic, 1, false);
    expect(state().kept).toBeNull();
    expect(kept.size).toBe(0);
  });

  it('loses no kept edits to edits made before the person has chosen', async () => {
    const { state, advance, saves, kept } = setUpHarness();
    kept.set('clinic', { flow: theirs, base: clinic, revision: 1 });
    state().open(clinic, 1, false);
    state().setLabel('book', 'Booking');
    state().undo();
    expect(kept.get('clinic')?.flow.name).toBe('Theirs');
    state().setLabel('book', 'Booking');
    state().keepUnsaved();
    expect(kept.get('clinic')?.flow).toMatchObject({ name: 'Theirs', nodes: { book: { label: 'Booking' } } });
    advance(SAVE_AFTER_MS);
    await saves[0]?.answer({ kind: 'saved', revision: 2 });
    expect(kept.get('clinic')?.flow.name).toBe('Theirs');
    state().resolveKept('restore');
    expect(state().flow).toMatchObject({ name: 'Theirs', nodes: { book: { label: 'Booking' } } });
  });

  it('keeps what is unsaved when the tab is closed', () => {
    const { state, kept } = setUpHarness();
    state().keepUnsaved();
    expect(kept.size).toBe(0);
    state().setName('A');
    state().keepUnsaved();
    expect(kept.get('clinic')).toMatchObject({ revision: 1, flow: { name: 'A' }, base: { name: 'Clinic' } });
  });
});

describe('when someone else saved first', () => {
  async function inConflict() {
    const harness = setUpHarness();
    harness.state().setLabel('menu', 'Mine');
    harness.advance(SAVE_AFTER_MS);
    await harness.saves[0]?.answer({ kind: 'conflict', flow: theirs, revision: 9 });
    return harness;
  }

  it('writes nothing until the person has chosen', async () => {
    const { state, advance, saves } = await inConflict();
    expect(state()).toMatchObject({ saveState: 'conflict', conflict: { revision: 9 } });
    state().setLabel('book', 'More');
    advance(120_000);
    expect(await state().flushSave()).toBe(false);
    expect(saves).toHaveLength(1);
  });

  it('takes theirs, and undo brings mine back on top of it', async () => {
    const { state, advance, saves } = await inConflict();
    state().resolveConflict('theirs');
    expect(state()).toMatchObject({ saveState: 'saved', revision: 9, conflict: null });
    expect(state().flow).toEqual(theirs);
    state().undo();
    expect(state().flow?.nodes.menu?.label).toBe('Mine');
    advance(SAVE_AFTER_MS);
    expect(saves[1]).toMatchObject({ revision: 9 });
  });

  it('keeps the words that they mended in the step whose exit I wired', async () => {
    const { state, advance, saves } = setUpHarness();
    state().connect({ node: 'menu', exit: '2' }, 'goodbye');
    advance(SAVE_AFTER_MS);
    const mended = setUpHarness();
    mended.state().setParam('menu', ['payload'], 'Press 1 or 2.');
    await saves[0]?.answer({ kind: 'conflict', flow: mended.state().flow ?? theirs, revision: 9 });
    state().resolveConflict('merge');
    expect(state().flow?.nodes.menu).toMatchObject({
      params: { payload: 'Press 1 or 2.' },
      exits: { '1': 'book', '2': 'goodbye' },
    });
    state().undo();
    expect(state().flow).toEqual(mended.state().flow);
    state().undo();
    expect(state().flow?.nodes.menu).toMatchObject({ exits: { '2': 'goodbye' } });
  });

  it('takes theirs of what both changed where the person says so', async () => {
    const { state, advance, saves } = setUpHarness();
    state().setName('Mine');
    state().setVariable('mine', 1);
    advance(SAVE_AFTER_MS);
    await saves[0]?.answer({ kind: 'conflict', flow: theirs, revision: 9 });
    state().resolveConflict('merge', ({ path }) => (path[0] === 'name' ? 'theirs' : 'mine'));
    expect(state().flow).toMatchObject({ name: 'Theirs', variables: { mine: 1 } });
  });

  it('puts both versions together', async () => {
    const { state, advance, saves } = await inConflict();
    state().resolveConflict('merge');
    expect(state().flow).toMatchObject({ name: 'Theirs', nodes: { menu: { label: 'Mine' } } });
    advance(SAVE_AFTER_MS);
    expect(saves[1]).toMatchObject({ revision: 9, flow: { name: 'Theirs' } });
  });
});
