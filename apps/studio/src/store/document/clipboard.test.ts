import { describe, expect, it } from 'vitest';
import { read, setUpHarness } from '../testing/harness.ts';

const empty = read({ format: 'gatherline/flow@1', id: 'other', name: 'Other', nodes: {}, layout: {} });

describe('copying', () => {
  it('takes the wires among the chosen steps along, and no others', () => {
    const { state } = setUpHarness();
    const copied: unknown = JSON.parse(state().copyNodes(['menu', 'book']));
    expect(copied).toMatchObject({
      kind: 'gatherline/nodes@1',
      nodes: { menu: { exits: { '1': 'book', no_input: 'menu' } }, book: { exits: {} } },
    });
  });
});

describe('pasting', () => {
  it('gives new ids and labels, and rewrites wires and templates among the pasted steps', () => {
    const { state } = setUpHarness();
    const pasted = state().pasteNodes(state().copyNodes(['menu', 'book']), [0, 900]);
    expect(pasted).toMatchObject({ ok: true, ids: ['menu_2', 'book_2'] });
    const nodes = state().flow?.nodes;
    expect(nodes?.menu_2).toMatchObject({
      label: 'Main menu 2',
      exits: { '1': 'book_2', no_input: 'menu_2' },
    });
    expect(nodes?.book_2?.params.payload).toContain('nodes.menu_2.digits');
    expect(state().selection).toEqual(['menu_2', 'book_2']);
    expect(state().flow?.layout.menu_2).toEqual([0, 900]);
  });

  it('keeps the ids that are free, in another flow', () => {
    const from = setUpHarness();
    const text = from.state().copyNodes(['menu', 'book']);
    const { state } = setUpHarness(empty);
    expect(state().pasteNodes(text)).toMatchObject({ ok: true, ids: ['menu', 'book'] });
  });

  it('brings the variables along that its templates read', () => {
    const from = setUpHarness();
    from.state().setParam('book', ['payload'], 'It is {{ vars.urgent }}.');
    const text = from.state().copyNodes(['book']);
    const { state } = setUpHarness(empty);
    expect(state().pasteNodes(text)).toMatchObject({ ok: true, variables: ['urgent'] });
    expect(state().flow?.variables).toEqual({ urgent: false });
  });

  it('puts the second copy clear of the first', () => {
    const { state } = setUpHarness();
    const text = state().copyNodes(['book']);
    state().pasteNodes(text, [0, 900]);
    state().pasteNodes(text, [0, 900]);
    expect(state().flow?.layout.book_3).not.toEqual(state().flow?.layout.book_2);
  });

  it('leaves out a second start', () => {
    const { state } = setUpHarness();
    const pasted = state().pasteNodes(state().copyNodes(['incoming', 'book']));
    expect(pasted).toMatchObject({ ok: true, ids: ['book_2'] });
    expect(state().pasteNodes(state().copyNodes(['incoming']))).toMatchObject({ ok: false });
  });

  it.each([
    ['words', 'Hello', 'The clipboard holds no steps.'],
    ['other JSON', '{"nodes":{}}', 'something else'],
    ['a later version', '{"kind":"gatherline/nodes@9"}', 'another version'],
    ['damaged steps', '{"kind":"gatherline/nodes@1","nodes":{"A B":{"type":"speak"}}}', "can't be pasted"],
  ])('says why %s can not be pasted, and changes nothing', (_name, text, reason) => {
    const { state } = setUpHarness();
    const pasted = state().pasteNodes(text);
    expect(pasted).toMatchObject({ ok: false });
    expect(pasted.ok ? '' : pasted.message).toContain(reason);
    expect(state().canUndo).toBe(false);
  });

  it('carries a step of an unknown type as it is', () => {
    const { state } = setUpHarness();
    const text = JSON.stringify({
      kind: 'gatherline/nodes@1',
      nodes: { odd: { type: 'odd', params: { a: [1] }, extra: true } },
    });
    state().pasteNodes(text);
    expect(state().flow?.nodes.odd).toEqual({ type: 'odd', params: { a: [1] }, exits: {}, extra: true });
  });
});
