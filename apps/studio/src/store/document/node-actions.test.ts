import { describe, expect, it } from 'vitest';
import { setUpHarness } from '../testing/harness.ts';

describe('adding a step', () => {
  it('gives it a readable id, its defaults, and the wire it was asked for', () => {
    const { state } = setUpHarness();
    const id = state().addNode({
      type: 'gather_using_speak',
      at: [720, 400],
      from: { node: 'menu', exit: '2' },
    });
    expect(id).toBe('ask_and_wait_for_keys');
    expect(state().flow?.nodes[id ?? '']?.params.timeout_millis).toBe(6_000);
    expect(state().flow?.nodes.menu?.exits['2']).toBe(id);
    expect(state().inspected).toBe(id);
  });

  it('numbers the second of a kind, in its id and in its label', () => {
    const { state } = setUpHarness();
    const first = state().addNode({ type: 'transfer', at: [0, 800] });
    const second = state().addNode({ type: 'transfer', at: [0, 1200] });
    expect([first, second]).toEqual(['transfer', 'transfer_2']);
    expect(state().flow?.nodes.transfer?.label).toBeUndefined();
    expect(state().flow?.nodes.transfer_2?.label).toBe('Transfer 2');
  });

  it('draws no wire to an event, and puts none into a wire', () => {
    const { state } = setUpHarness();
    const id = state().addNode({ type: 'on_dtmf', at: [0, 800], from: { node: 'menu', exit: '2' } });
    expect(id).toBe('when_a_key_is_pressed');
    expect(state().flow?.nodes.when_a_key_is_pressed).toMatchObject({ type: 'on_dtmf', exits: {} });
    expect(state().flow?.nodes.menu?.exits).not.toHaveProperty('2');
    expect(state().insertNode({ type: 'on_dtmf', between: { node: 'menu', exit: '1' } })).toBeNull();
    expect(state().flow?.nodes.menu?.exits['1']).toBe('book');
  });

  it('asks for its first empty field', () => {
    const { state } = setUpHarness();
    const id = state().addNode({ type: 'speak', at: [0, 800] });
    expect(state().focusField).toEqual({ node: id, path: ['params', 'payload'] });
  });

  it('goes on to the step it was put before', () => {
    const { state } = setUpHarness();
    const id = state().addNode({ type: 'speak', at: [0, 800], to: 'goodbye' });
    expect(state().flow?.nodes[id ?? '']?.exits).toEqual({ done: 'goodbye' });
  });

  it('answers nothing for a type that does not exist', () => {
    const { state } = setUpHarness();
    expect(state().addNode({ type: 'teleport', at: [0, 0] })).toBeNull();
    expect(state().canUndo).toBe(false);
  });

  it('goes after the loose end of the selected step when no place is given', () => {
    const { state } = setUpHarness();
    state().select(['menu']);
    const id = state().appendNode('speak');
    expect(state().flow?.nodes.menu?.exits['2']).toBe(id);
  });
});

describe('wires', () => {
  it('replace the wire their exit has', () => {
    const { state } = setUpHarness();
    state().connect({ node: 'menu', exit: '1' }, 'goodbye');
    expect(state().flow?.nodes.menu?.exits['1']).toBe('goodbye');
    state().undo();
    expect(state().flow?.nodes.menu?.exits['1']).toBe('book');
  });

  it('never lead to a step that begins calls, nor to one that is not there', () => {
    const { state } = setUpHarness();
    state().connect({ node: 'menu', exit: '2' }, 'incoming');
    state().connect({ node: 'menu', exit: '2' }, 'nowhere');
    expect(state().flow?.nodes.menu?.exits['2']).toBeUndefined();
    expect(state().canUndo).toBe(false);
  });

  it('say aloud what became of them', () => {
    const { state } = setUpHarness();
    state().connect({ node: 'menu', exit: '2' }, 'book');
    expect(state().announcement?.text).toBe('2 Pharmacy of Main menu connected to Say something');
  });
});

describe('moving steps', () => {
  it('is no step when nothing moved', () => {
    const { state } = setUpHarness();
    state().moveNodes({ menu: [360, 0] });
    expect(state().canUndo).toBe(false);
  });

  it('puts them on the grid', () => {
    const { state } = setUpHarness();
    state().moveNodes({ menu: [371, -9] });
    expect(state().flow?.layout.menu).toEqual([380, 0]);
  });

  it('leaves everything but the layout as it was', () => {
    const { state } = setUpHarness();
    const before = state().flow?.nodes;
    state().moveNodes({ menu: [400, 40] });
    expect(state().flow?.nodes).toBe(before);
  });
});

describe('the names of steps in the history', () => {
  it('are those of the time', () => {
    const { state } = setUpHarness();
    state().removeNodes(['menu']);
    expect(state().undoLabel).toBe('Main menu deleted');
    state().undo();
    state().setLabel('menu', 'Welcome');
    expect(state().undoLabel).toBe('Main menu renamed');
  });
});
