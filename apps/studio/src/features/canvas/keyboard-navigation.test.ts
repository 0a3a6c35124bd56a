import { describe, expect, it } from 'vitest';
import { clinic, read } from '../../store/testing/harness.ts';
import type { Focus } from './canvas-state.ts';
import { navigate, type NavigationKey } from './keyboard-navigation.ts';

const at = (node: string, exit: string | null = null): Focus => ({ node, exit, from: null });

function goes(focus: Focus | null, ...keys: NavigationKey[]): string {
  let now = focus;
  for (const key of keys) now = navigate(clinic, now, key) ?? now;
  return now === null ? 'nowhere' : [now.node, now.exit].filter(Boolean).join('/');
}

describe('walking along the graph', () => {
  it('begins at the start', () => {
    expect(goes(null, 'ArrowRight')).toBe('incoming');
    expect(goes(at('book'), 'Home')).toBe('incoming');
    expect(goes(at('deleted'), 'ArrowLeft')).toBe('incoming');
  });

  it('goes on by the usual exit', () => {
    expect(goes(at('incoming'), 'ArrowRight')).toBe('menu');
    expect(goes(at('menu'), 'ArrowRight')).toBe('book');
  });

  it('goes down and up among the exits, and on by the one it is on', () => {
    expect(goes(at('menu'), 'ArrowDown')).toBe('menu/1');
    expect(goes(at('menu'), 'ArrowDown', 'ArrowDown')).toBe('menu/2');
    expect(goes(at('menu'), 'ArrowDown', 'ArrowDown', 'ArrowDown')).toBe('menu/no_input');
    expect(goes(at('menu'), 'ArrowDown', 'ArrowUp')).toBe('menu');
    expect(goes(at('menu', 'no_input'), 'ArrowRight')).toBe('menu');
  });

  it('stays where an exit leads nowhere', () => {
    expect(goes(at('menu', '2'), 'ArrowRight')).toBe('menu/2');
    expect(goes(at('goodbye'), 'ArrowRight')).toBe('goodbye');
  });

  it('goes back from an exit to its step, and from a step to its caller', () => {
    expect(goes(at('menu', '2'), 'ArrowLeft')).toBe('menu');
    expect(goes(at('book'), 'ArrowLeft')).toBe('menu');
    expect(goes(at('incoming'), 'ArrowLeft')).toBe('incoming');
  });

  it('goes back the way it came where several lead here', () => {
    expect(goes(at('book'), 'ArrowRight', 'ArrowLeft')).toBe('book');
  });

  it('goes up and down to siblings', () => {
    expect(goes({ node: 'menu', exit: null, from: { node: 'menu', exit: 'no_input' } }, 'ArrowUp')).toBe(
      'book',
    );
  });

  it('ends at the last step a call meets', () => {
    expect(goes(at('incoming'), 'End')).toBe('goodbye');
  });
});

describe('walking from the start to the events', () => {
  const flow = read({
    ...structuredClone(clinic),
    nodes: {
      ...structuredClone(clinic.nodes),
      zero: { type: 'on_dtmf', exits: { then: 'goodbye' } },
      over: { type: 'on_hangup' },
    },
  });
  const step = (node: string, exit: string | null, key: NavigationKey) =>
    navigate(flow, at(node, exit), key)?.node ?? null;

  it('goes down past the last exit, and back up', () => {
    expect(step('incoming', 'outgoing', 'ArrowDown')).toBe('zero');
    expect(step('zero', 'then', 'ArrowDown')).toBe('over');
    expect(step('over', null, 'ArrowUp')).toBe('zero');
    expect(step('zero', null, 'ArrowUp')).toBe('incoming');
  });

  it('ends at the last one', () => {
    expect(step('over', 'then', 'ArrowDown')).toBeNull();
    expect(step('incoming', null, 'ArrowUp')).toBeNull();
  });
});
