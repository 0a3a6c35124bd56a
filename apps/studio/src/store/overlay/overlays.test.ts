import { diffFlows } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { clinic, read } from '../testing/harness.ts';
import { changesOverlay } from './changes-overlay.ts';
import { countsOverlay } from './counts-overlay.ts';
import { coverageOverlay } from './coverage-overlay.ts';
import type { Overlay } from './overlay.ts';

function words({ nodes, wires }: Overlay) {
  const of = (marks: Overlay['nodes']) =>
    Object.fromEntries([...marks].map(([id, mark]) => [id, mark.words]));
  return { nodes: of(nodes), wires: of(wires) };
}

describe('figures', () => {
  it('stand on the steps and wires where calls came by', () => {
    const overlay = countsOverlay({
      steps: { menu: 3, book: 1, goodbye: 0 },
      exits: [
        { node: 'menu', exit: '1', count: 1 },
        { node: 'menu', exit: '2', count: 0 },
      ],
    });
    expect(words(overlay)).toEqual({
      nodes: { menu: '3 calls came here', book: '1 call came here' },
      wires: { 'menu/1': '1 call went this way' },
    });
    expect(overlay.nodes.get('menu')?.figure).toBe('3');
  });
});

describe('coverage', () => {
  it('tells of every step and every exit whether a test comes by', () => {
    const overlay = coverageOverlay(clinic, {
      steps: ['incoming', 'menu', 'book'],
      exits: [{ node: 'menu', exit: '1' }],
    });
    expect([...overlay.nodes].filter(([, { look }]) => look === 'uncovered').map(([id]) => id)).toEqual([
      'goodbye',
    ]);
    expect(overlay.wires.get('menu/1')).toEqual({ look: 'covered', words: 'A test goes this way' });
    expect(overlay.wires.get('menu/no_input')?.words).toBe('No test goes this way');
    expect(overlay.wires.get('menu/2')?.look).toBe('uncovered');
  });

  it('says nothing of steps that the flow does not have any more', () => {
    const overlay = coverageOverlay(clinic, { steps: ['gone'], exits: [{ node: 'gone', exit: 'done' }] });
    expect(overlay.nodes.has('gone')).toBe(false);
    expect(overlay.wires.has('gone/done')).toBe(false);
  });
});

describe('differences', () => {
  const older = clinic;
  const { incoming, menu, goodbye } = older.nodes;
  const newer = read({
    ...older,
    nodes: {
      incoming: { ...incoming, exits: { incoming: 'main_menu' } },
      main_menu: { ...menu, label: 'Menu', exits: { '2': 'night', no_input: 'goodbye' } },
      night: { type: 'speak', params: { payload: 'We are closed.' }, exits: { done: 'goodbye' } },
      goodbye: { ...goodbye, label: 'Goodbye' },
    },
    layout: { main_menu: older.layout.menu },
  });
  const diff = diffFlows(older, newer);

  it('are the steps and the wires that were added or changed, on the newer side', () => {
    expect(words(changesOverlay(diff, { flow: newer, side: 'newer' }))).toEqual({
      nodes: { main_menu: 'Renamed from menu, and changed', night: 'Added', goodbye: 'Changed' },
      wires: { 'main_menu/2': 'Added', 'main_menu/no_input': 'Changed', 'night/done': 'Added' },
    });
  });

  it('are the steps and the wires that were removed or changed, by their own ids, on the older side', () => {
    expect(words(changesOverlay(diff, { flow: older, side: 'older' }))).toEqual({
      nodes: { menu: 'Renamed to main_menu, and changed', book: 'Removed', goodbye: 'Changed' },
      wires: { 'menu/1': 'Removed', 'menu/no_input': 'Changed', 'book/done': 'Removed' },
    });
  });

  it('are none where only the layout differs', () => {
    const moved = { ...older, layout: { ...older.layout, menu: [0, 400] as const } };
    const overlay = changesOverlay(diffFlows(older, read(moved)), { flow: older, side: 'older' });
    expect(words(overlay)).toEqual({ nodes: {}, wires: {} });
  });
});
