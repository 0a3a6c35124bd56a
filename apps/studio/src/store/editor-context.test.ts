import { createElement, type ReactNode } from 'react';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { EditorProvider, useEditorApi } from './editor-context.tsx';
import { clinic, setUpHarness } from './testing/harness.ts';

const nameless = {
  rule: 'nameless',
  severity: 'error',
  message: 'The menu has no name.',
  cure: 'Name it.',
  node: 'menu',
} as const;

/** One flow, open twice: as a draft, and as a version beside it. */
function openTwice() {
  const draft = setUpHarness(clinic, { lint: () => [nameless] });
  const version = setUpHarness(clinic);
  return { draft, version, untouched: version.state() };
}

function Shown(): ReactNode {
  const { flow, selection } = useEditorApi().getState();
  return `${flow?.name}: ${selection.join()}`;
}

describe('two flows that are open on one page', () => {
  it('do not share edits, nor the steps back', () => {
    const { draft, version, untouched } = openTwice();
    draft.state().setLabel('menu', 'Welcome');
    draft.state().removeNodes(['book']);
    expect(version.state()).toBe(untouched);
    draft.state().undo();
    expect(draft.state().flow?.nodes.book).toBeDefined();
    version.state().undo();
    expect(draft.state().flow?.nodes.menu?.label).toBe('Welcome');
  });

  it('do not share what is selected, whose settings are open and what is to be shown', () => {
    const { draft, version, untouched } = openTwice();
    draft.state().revealField('menu', ['params', 'payload']);
    draft.state().openSettings('book');
    expect(draft.state()).toMatchObject({ selection: ['book'], inspected: 'book' });
    expect(version.state()).toBe(untouched);
  });

  it('do not share problems', () => {
    const { draft, version } = openTwice();
    draft.advance(1000);
    expect(draft.state().problemsByNode.get('menu')).toEqual([nameless]);
    expect(version.state().problems).toEqual([]);
  });

  it('do not share what is unsaved', () => {
    const { draft, version } = openTwice();
    draft.state().setName('Clinic at night');
    draft.advance(10_000);
    expect(draft.saves).toHaveLength(1);
    expect(version.saves).toHaveLength(0);
    expect(version.state().saveState).toBe('saved');
  });

  it('are each seen by the components inside their own provider', () => {
    const { draft, version } = openTwice();
    draft.state().setName('Clinic at night');
    version.state().select(['menu']);
    const page = [draft, version].map(({ editor }, key) =>
      createElement(EditorProvider, { editor, key }, createElement(Shown)),
    );
    expect(page.map((part) => renderToString(part))).toEqual(['Clinic at night: ', 'Clinic: menu']);
  });

  it('let the inner of two providers count', () => {
    const { draft, version } = openTwice();
    draft.state().setName('Clinic at night');
    const inner = createElement(EditorProvider, { editor: version.editor }, createElement(Shown));
    expect(renderToString(createElement(EditorProvider, { editor: draft.editor }, inner))).toBe('Clinic: ');
  });
});

describe('a component without an open flow', () => {
  it('says which provider it lacks', () => {
    expect(() => renderToString(createElement(Shown))).toThrow('There is no EditorProvider');
  });
});
