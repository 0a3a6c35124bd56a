import type { Flow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { exitOfWire, wireId } from '../../store/index.ts';
import { nodeView } from '../../store/view/node-view.ts';
import { setUpHarness } from '../../store/testing/harness.ts';
import { createCanvasNodes } from './canvas-nodes.ts';
import { createCanvasWires } from './canvas-wires.ts';

function setUp() {
  const { state } = setUpHarness();
  const toNodes = createCanvasNodes();
  const toWires = createCanvasWires();
  const flow = (): Flow => {
    const { flow: now } = state();
    if (now === null) throw new Error('No flow is open.');
    return now;
  };
  return { state, flow, toNodes, toWires };
}

const changedIds = <T extends { id: string }>(before: readonly T[], after: readonly T[]) =>
  after.filter((item) => !before.includes(item)).map(({ id }) => id);

describe("the document as React Flow's nodes", () => {
  it('is the same list while nothing changed', () => {
    const { flow, toNodes } = setUp();
    expect(toNodes(flow(), [])).toBe(toNodes(flow(), []));
  });

  it('makes a new object for the node that changed, and for no other', () => {
    const { state, flow, toNodes } = setUp();
    const before = toNodes(flow(), []);
    state().setParam('book', ['payload'], 'Changed');
    expect(changedIds(before, toNodes(flow(), []))).toEqual(['book']);
  });

  it('keeps what a card shows while only its place or its selection changes', () => {
    const { state, flow, toNodes } = setUp();
    const before = toNodes(flow(), []).find(({ id }) => id === 'menu');
    state().moveNodes({ menu: [400, 80] });
    const after = toNodes(flow(), ['menu']).find(({ id }) => id === 'menu');
    expect(after).toMatchObject({ position: { x: 400, y: 80 }, selected: true });
    expect(after?.data).toBe(before?.data);
  });

  it('moves only the dragged nodes during a drag, without the document', () => {
    const { flow, toNodes } = setUp();
    const before = toNodes(flow(), []);
    const during = toNodes(flow(), [], new Map([['menu', [10, 10] as const]]));
    expect(changedIds(before, during)).toEqual(['menu']);
    expect(flow().layout.menu).toEqual([360, 0]);
  });

  it('makes new objects only for a node that undo brings back and those that lead to it', () => {
    const { state, flow, toNodes } = setUp();
    const before = toNodes(flow(), []);
    state().removeNodes(['book']);
    toNodes(flow(), []);
    state().undo();
    expect(changedIds(before, toNodes(flow(), [])).toSorted()).toEqual(['book', 'menu']);
  });

  it('tells React Flow size and ports, so that nothing need be measured', () => {
    const { flow, toNodes } = setUp();
    for (const node of toNodes(flow(), [])) {
      expect(node.measured).toEqual({ width: node.width, height: node.height });
      const step = flow().nodes[node.id];
      const ports = step === undefined ? [] : nodeView(step).exits.map(({ id }) => id);
      expect(node.handles?.filter(({ type }) => type === 'source').map(({ id }) => id)).toEqual(ports);
    }
  });
});

describe('the wires', () => {
  it('are the same list while nothing changed, and after a drag', () => {
    const { state, flow, toWires } = setUp();
    const before = toWires(flow(), null);
    expect(toWires(flow(), null)).toBe(before);
    state().moveNodes({ menu: [400, 40] });
    expect(toWires(flow(), null)).toBe(before);
  });

  it('change only where an end changed', () => {
    const { state, flow, toWires } = setUp();
    const before = toWires(flow(), null);
    state().connect({ node: 'menu', exit: '2' }, 'goodbye');
    expect(changedIds(before, toWires(flow(), null))).toEqual(['menu/2']);
  });

  it('have names that can be read aloud', () => {
    const { flow, toWires } = setUp();
    expect(toWires(flow(), null).map(({ ariaLabel }) => ariaLabel)).toContain(
      '1 Appointments of Main menu to Say something',
    );
  });

  it('are not drawn to a step that is not there', () => {
    const { flow, toWires } = setUp();
    const broken = structuredClone(flow());
    if (broken.nodes.menu !== undefined) broken.nodes.menu.exits['2'] = 'nowhere';
    expect(toWires(broken, null).map(({ id }) => id)).not.toContain('menu/2');
  });

  it('can be told from their ids', () => {
    expect(exitOfWire(wireId({ node: 'menu', exit: '*' }))).toEqual({ node: 'menu', exit: '*' });
  });
});
