import { describe, expect, it } from 'vitest';
import { CARD, cardGeometry, ENTRY, linesOf } from './card-geometry.ts';
import { withParts } from '../document/json-paths.ts';
import { nodeView, type Node } from './node-view.ts';

const menu: Node = {
  type: 'gather_using_speak',
  params: { payload: 'Press 1.', choices: [{ digits: '1' }, { digits: '2' }] },
  exits: {},
};
const geometryOf = (node: Node) => cardGeometry(nodeView(node));

describe('the size of a card', () => {
  it('follows from the document alone, the same each time', () => {
    expect(geometryOf(structuredClone(menu))).toEqual(geometryOf(menu));
  });

  it('has a row for each exit and a line for each line of its own words', () => {
    const outcomes = nodeView(menu).exits.filter(({ kind }) => kind === 'outcome').length;
    const rows = 2 * CARD.mainRow + outcomes * CARD.outcomeRow + 2 * CARD.rowsPadding;
    expect(geometryOf(menu)).toMatchObject({
      width: CARD.width,
      height: CARD.header + CARD.line + CARD.summaryPadding + rows,
      lines: 1,
    });
  });

  it('grows by three lines at most, however long the prompt is', () => {
    const long = withParts(menu, { params: { ...menu.params, payload: 'A very long prompt. '.repeat(80) } });
    expect(geometryOf(long).lines).toBe(3);
    expect(geometryOf(long).height - geometryOf(menu).height).toBe(2 * CARD.line);
  });

  it('has no rows for a step that ends the call', () => {
    expect(geometryOf({ type: 'hangup', params: {}, exits: {} }).handles.map(({ id }) => id)).toEqual([
      ENTRY,
    ]);
  });
});

describe('the ports of a card', () => {
  it('put the main exits first and the outcomes below, all on the right border', () => {
    const sources = geometryOf(menu).handles.filter(({ type }) => type === 'source');
    expect(sources.map(({ id }) => id).slice(0, 3)).toEqual(['1', '2', 'no_input']);
    for (const { x, width } of sources) expect(x + width / 2).toBe(CARD.width);
    expect(sources.map(({ y }) => y)).toEqual(sources.map(({ y }) => y).toSorted((a, b) => a - b));
  });

  it('lie in the middle of their rows', () => {
    const [first, second] = geometryOf(menu).handles.filter(({ type }) => type === 'source');
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBe(CARD.mainRow);
    expect(first?.y).toBe(
      CARD.header + CARD.line + CARD.summaryPadding + CARD.rowsPadding + CARD.mainRow / 2 - CARD.port / 2,
    );
  });

  it('leave a step that begins calls without an entry', () => {
    const handles = geometryOf({ type: 'start', params: {}, exits: {} }).handles;
    expect(handles.every(({ type }) => type === 'source')).toBe(true);
  });

  it('are at least 24 pixels wide', () => {
    for (const { width, height } of geometryOf(menu).handles)
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  });

  it('keep a port for a wire whose exit is gone, so that it can be seen and taken away', () => {
    const face = nodeView(withParts(menu, { exits: { '7': 'goodbye' } }));
    expect(face.exits.at(-1)).toMatchObject({ id: '7', stale: true });
    expect(cardGeometry(face).handles.at(-1)?.id).toBe('7');
  });
});

describe('a step that can not be understood', () => {
  it('is drawn as a placeholder with the exits that its wires name', () => {
    const face = nodeView({ type: 'from_the_future', params: { odd: [null] }, exits: { onward: 'book' } });
    expect(face).toMatchObject({ isKnown: false, title: 'from_the_future', hasEntry: true });
    expect(face.exits.map(({ id }) => id)).toEqual(['onward']);
  });

  it('is drawn although its parameters are broken', () => {
    const face = nodeView({ type: 'gather_using_speak', params: { choices: 'oops', payload: 7 }, exits: {} });
    expect(face.isKnown).toBe(true);
    const outcomes = face.exits.map(({ id }) => id);
    expect(cardGeometry(face)).toMatchObject({
      lines: 0,
      handles: [{ id: ENTRY }, ...outcomes.map((id) => ({ id }))],
    });
  });
});

describe('the lines of a text', () => {
  it('are none for nothing, and one for a few words', () => {
    expect(linesOf('  ', 228)).toBe(0);
    expect(linesOf('Press 1.', 228)).toBe(1);
  });

  it('break between words, and inside a word that is longer than a line', () => {
    expect(linesOf('Thank you for calling the Elm Street Clinic today', 228)).toBe(2);
    expect(linesOf('x'.repeat(60), 228)).toBe(2);
  });

  it('count the breaks somebody typed', () => {
    expect(linesOf('One\nTwo', 228)).toBe(2);
  });
});
