import { describe, expect, it } from 'vitest';
import { arrange } from './align.ts';
import type { Box } from '../view/card-geometry.ts';
import { setUpHarness } from '../testing/harness.ts';

const boxes = new Map<string, Box>([
  ['a', { x: 0, y: 0, width: 100, height: 100 }],
  ['b', { x: 140, y: 60, width: 100, height: 200 }],
  ['c', { x: 500, y: 20, width: 100, height: 100 }],
]);

describe('arranging steps', () => {
  it('puts them on one edge or one middle', () => {
    expect(arrange(boxes, 'left')).toEqual(
      new Map([
        ['b', [0, 60]],
        ['c', [0, 20]],
      ]),
    );
    expect(arrange(boxes, 'bottom')).toEqual(
      new Map([
        ['a', [0, 160]],
        ['c', [500, 160]],
      ]),
    );
    expect(arrange(boxes, 'middle').get('a')).toEqual([0, 80]);
  });

  it('makes the gaps between them equal, and leaves the outermost where they are', () => {
    expect(arrange(boxes, 'across')).toEqual(new Map([['b', [250, 60]]]));
  });

  it('leaves one alone, and two alone that would be spread', () => {
    const one = new Map([...boxes].slice(0, 1));
    const two = new Map([...boxes].slice(0, 2));
    expect(arrange(one, 'left').size).toBe(0);
    expect(arrange(two, 'across').size).toBe(0);
  });

  it('is one undo step for all that is selected', () => {
    const { state } = setUpHarness();
    state().moveNodes({ book: [720, 200] });
    state().select(['menu', 'book']);
    state().arrangeNodes('top');
    expect(state().flow?.layout).toMatchObject({ menu: [360, 0], book: [720, 0] });
    state().undo();
    expect(state().flow?.layout.book).toEqual([720, 200]);
  });
});
