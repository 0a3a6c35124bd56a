import { describe, expect, it } from 'vitest';
import { clinic } from '../testing/harness.ts';
import { type Changes, changesOverlay } from './changes-overlay.ts';
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
  const changes: Changes = {
    steps: {
      added: ['old_name'],
      removed: ['book'],
      changed: ['menu', 'new_name'],
      renamed: [{ from: 'old_name', to: 'new_name' }],
    },
    wires: {
      added: [{ node: 'menu', exit: '2' }],
      removed: [{ node: 'book', exit: 'done' }],
      changed: [{ node: 'new_name', exit: 'done' }],
    },
  };

  it('are what was added, changed and renamed, on the newer side', () => {
    expect(words(changesOverlay(changes, 'newer'))).toEqual({
      nodes: { menu: 'Changed', new_name: 'Renamed from old_name, and changed', old_name: 'Added' },
      wires: { 'new_name/done': 'Changed', 'menu/2': 'Added' },
    });
  });

  it('are what was removed, changed and renamed, by its own ids, on the older side', () => {
    expect(words(changesOverlay(changes, 'older'))).toEqual({
      nodes: { menu: 'Changed', old_name: 'Renamed to new_name, and changed', book: 'Removed' },
      wires: { 'old_name/done': 'Changed', 'book/done': 'Removed' },
    });
  });
});
