import { describe, expect, it } from 'vitest';
import { clinic } from '../../store/testing/harness.ts';
import { choicesFor, DISCONNECT, headingOf } from './choices.ts';
import { placeBeside, stepOf } from './place-beside.ts';

const screen = [0, 0] as const;
const ids = (groups: ReturnType<typeof choicesFor>) =>
  groups.flatMap(({ choices }) => choices.map(({ id }) => id));

describe('the list of steps to add', () => {
  it('leaves out a second start, and in a wire whatever has no way on', () => {
    const onCanvas = ids(choicesFor(clinic, { kind: 'add', screen, at: [0, 0] }, ''));
    const inWire = ids(
      choicesFor(clinic, { kind: 'add', screen, at: [0, 0], between: { node: 'menu', exit: '1' } }, ''),
    );
    expect(onCanvas).toContain('hangup');
    expect(onCanvas).not.toContain('start');
    expect(inWire).toContain('speak');
    expect(inWire).not.toContain('hangup');
  });

  it('offers events where one adds from scratch, never at the end of a wire', () => {
    const at = [0, 0] as const;
    const from = { node: 'menu', exit: '2' };
    expect(ids(choicesFor(clinic, { kind: 'add', screen, at }, ''))).toContain('on_dtmf');
    expect(ids(choicesFor(clinic, { kind: 'add', screen, at, from }, ''))).not.toContain('on_dtmf');
    expect(ids(choicesFor(clinic, { kind: 'connect', screen, from }, ''))).not.toContain('incoming');
  });

  it('narrows down to what is typed', () => {
    const found = ids(choicesFor(clinic, { kind: 'add', screen, at: [0, 0] }, 'hang up'));
    expect(found[0]).toBe('hangup');
    expect(found).not.toContain('speak');
  });

  it('says what it is about', () => {
    const from = { node: 'menu', exit: '2' };
    expect(headingOf(clinic, { kind: 'add', screen, at: [0, 0], from })).toBe(
      'Add after 2 Pharmacy of Main menu',
    );
    expect(headingOf(clinic, { kind: 'connect', screen, from })).toBe('Connect 2 Pharmacy of Main menu to…');
  });
});

describe('the list of targets for an exit', () => {
  it('holds every step with an entry, and the way to take the wire away', () => {
    const targets = ids(
      choicesFor(clinic, { kind: 'connect', screen, from: { node: 'menu', exit: '1' } }, ''),
    );
    expect(targets.toSorted()).toEqual([DISCONNECT, 'book', 'goodbye', 'menu']);
  });

  it('can be searched by name, type and words', () => {
    const search = (query: string) =>
      ids(choicesFor(clinic, { kind: 'connect', screen, from: { node: 'menu', exit: '2' } }, query));
    expect(search('main')).toEqual(['menu']);
    expect(search('hang')).toEqual(['goodbye']);
    expect(search('you pressed')).toEqual(['book']);
  });
});

describe('where the list opens', () => {
  it('stays inside the window', () => {
    const { left, top, width, maxHeight } = placeBeside([2000, 2000], { width: 1000, height: 700 });
    expect(left + width).toBeLessThanOrEqual(1000);
    expect(top + maxHeight).toBeLessThanOrEqual(700);
  });

  it('is walked round with the arrow keys', () => {
    expect(stepOf('ArrowDown', 2, 3)).toBe(0);
    expect(stepOf('ArrowUp', 0, 3)).toBe(2);
    expect(stepOf('x', 0, 3)).toBeNull();
    expect(stepOf('ArrowDown', 0, 0)).toBeNull();
  });
});
