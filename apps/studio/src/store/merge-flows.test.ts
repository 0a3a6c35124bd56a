import { describe, expect, it } from 'vitest';
import { withParts } from './json-paths.ts';
import { mergeFlows, same } from './merge-flows.ts';
import { clinic, setUpDesk } from './testing/desk.ts';
import type { EditorState } from './state.ts';

function edited(...edits: ((state: EditorState) => unknown)[]) {
  const { state } = setUpDesk();
  for (const edit of edits) edit(state());
  const { flow } = state();
  if (flow === null) throw new Error('The flow is gone.');
  return flow;
}

describe('putting my changes on top of theirs', () => {
  it('takes what only one side changed from that side', () => {
    const mine = edited((state) => state.setParam('book', ['payload'], 'Mine'));
    const theirs = edited((state) => state.setParam('menu', ['payload'], 'Theirs'));
    const merged = mergeFlows(clinic, mine, theirs);
    expect(merged.nodes.book?.params.payload).toBe('Mine');
    expect(merged.nodes.menu?.params.payload).toBe('Theirs');
  });

  it('takes mine where both changed the same step', () => {
    const mine = edited((state) => state.setLabel('menu', 'Mine'));
    const theirs = edited((state) => state.setLabel('menu', 'Theirs'));
    expect(mergeFlows(clinic, mine, theirs).nodes.menu?.label).toBe('Mine');
  });

  it('keeps steps that either side added, and drops those that one side deleted', () => {
    const mine = edited((state) => state.addNode({ type: 'transfer', at: [0, 800] }));
    const theirs = edited((state) => state.removeNodes(['book']));
    const merged = mergeFlows(clinic, mine, theirs);
    expect(Object.keys(merged.nodes).toSorted()).toEqual(['goodbye', 'incoming', 'menu', 'transfer']);
    expect(merged.layout).not.toHaveProperty('book');
  });

  it('takes away wires to steps that the other side deleted', () => {
    const mine = edited((state) => state.connect({ node: 'menu', exit: '2' }, 'book'));
    const theirs = edited((state) => state.removeNodes(['book']));
    expect(mergeFlows(clinic, mine, theirs).nodes.menu?.exits).toEqual({ no_input: 'menu' });
  });

  it('merges variables, settings, places and the name on their own', () => {
    const mine = edited(
      (state) => state.setVariable('mine', 1),
      (state) => state.setName('Mine'),
    );
    const theirs = edited(
      (state) => state.setVariable('theirs', 2),
      (state) => state.setSettings(['voice'], 'Theirs'),
      (state) => state.moveNodes({ menu: [400, 200] }),
    );
    expect(mergeFlows(clinic, mine, theirs)).toMatchObject({
      name: 'Mine',
      variables: { mine: 1, theirs: 2, urgent: false },
      settings: { voice: 'Theirs' },
      layout: { menu: [400, 200] },
    });
  });

  it('keeps fields it does not know', () => {
    const theirs = withParts(clinic, { future: { a: 1 } });
    expect(mergeFlows(clinic, clinic, theirs)).toMatchObject({ future: { a: 1 } });
  });

  it('is theirs when I changed nothing, and mine when they did not', () => {
    const changed = edited((state) => state.removeNodes(['menu']));
    expect(mergeFlows(clinic, clinic, changed)).toEqual(changed);
    expect(mergeFlows(clinic, changed, clinic)).toEqual(changed);
  });
});

describe('equality', () => {
  it('looks at values and not at the order of keys', () => {
    expect(same({ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 })).toBe(true);
    expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(false);
    expect(same([1], { 0: 1 })).toBe(false);
  });
});
