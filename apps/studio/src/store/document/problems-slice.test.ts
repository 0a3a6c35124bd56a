import type { Problem } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { createEditor } from '../editor.ts';
import { clinic } from '../testing/harness.ts';

const problem = (node: string, message: string): Problem => ({
  rule: 'some-rule',
  severity: 'error',
  message,
  cure: 'Mend it.',
  node,
  path: ['params', 'payload'],
});

function setUp() {
  let found: readonly Problem[] = [problem('menu', 'First.'), problem('book', 'Second.')];
  const due: (() => void)[] = [];
  const editor = createEditor({
    lint: () => found,
    now: () => 0,
    schedule(run) {
      due.push(run);
      return () => due.splice(due.indexOf(run), 1);
    },
    timeZone: 'UTC',
    keptDrafts: { read: () => null, write: () => {}, remove: () => {} },
  });
  editor.getState().open(clinic, 1, false);
  const settle = () => due.splice(0).forEach((run) => run());
  return { state: () => editor.getState(), settle, find: (next: readonly Problem[]) => (found = next) };
}

describe('problems', () => {
  it('are known at once when a flow is opened', () => {
    expect(setUp().state().problems).toHaveLength(2);
  });

  it('follow a change after a short while, and nodes whose problems stay keep their lists', () => {
    const { state, settle, find } = setUp();
    const before = state().problemsByNode.get('menu');
    find([problem('menu', 'First.')]);
    state().setName('Changed');
    expect(state().problems).toHaveLength(2);
    settle();
    expect(state().problems).toHaveLength(1);
    expect(state().problemsByNode.get('menu')).toBe(before);
    expect(state().problemsByNode.has('book')).toBe(false);
  });

  it('are walked through in both directions, and round', () => {
    const { state } = setUp();
    state().nextProblem();
    expect(state().focusField).toEqual({ node: 'menu', path: ['params', 'payload'] });
    state().nextProblem();
    expect(state().inspected).toBe('book');
    state().nextProblem();
    expect(state().inspected).toBe('menu');
    state().previousProblem();
    expect(state().inspected).toBe('book');
    expect(state().announcement?.text).toBe('Problem 2 of 2: Second.');
  });

  it('begin with the last one when walked backwards', () => {
    const { state } = setUp();
    state().previousProblem();
    expect(state().inspected).toBe('book');
  });
});

describe('the selection', () => {
  it('opens a single step, and closes with the second', () => {
    const { state } = setUp();
    state().select(['menu']);
    expect(state().inspected).toBe('menu');
    state().select(['book'], 'add');
    expect(state()).toMatchObject({ selection: ['menu', 'book'], inspected: null });
    state().select(['menu'], 'toggle');
    expect(state()).toMatchObject({ selection: ['book'], inspected: 'book' });
  });

  it('forgets steps that are deleted', () => {
    const { state } = setUp();
    state().select(['menu']);
    state().removeNodes(['menu']);
    expect(state()).toMatchObject({ selection: [], inspected: null });
  });
});
