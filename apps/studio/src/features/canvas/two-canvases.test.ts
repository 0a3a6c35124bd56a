import { describe, expect, it } from 'vitest';
import { setUpHarness } from '../../store/testing/harness.ts';
import { type KeyTargets, pressKey } from './canvas-keys.ts';
import { createCanvas } from './canvas-state.ts';
import { exitElementId } from './exit-row.tsx';
import { nodeElementId } from './node-label.tsx';
import { createDocumentChanges } from './use-document-nodes.ts';

function setUp(name: string) {
  const { editor, state } = setUpHarness();
  const canvas = createCanvas(editor, name);
  return { canvas, state, places: () => state().flow?.layout };
}

const camera = {
  fit() {},
  fullSize() {},
  toSelection() {},
  zoomBy() {},
  show() {},
  keepInView() {},
};

function press({ canvas }: ReturnType<typeof setUp>, key: string) {
  const element = () => {
    throw new Error('No key of these opens a menu.');
  };
  const targets: KeyTargets = { canvas, camera, element, cancelWire() {}, quickAdd() {} };
  pressKey({ key, shiftKey: false, hasModifier: false }, targets);
}

describe('two canvases on one page', () => {
  it('each move their own steps', () => {
    const [one, other] = [setUp('one-'), setUp('other-')];
    const before = other.places();
    const { onNodesChange } = createDocumentChanges(one.canvas);
    onNodesChange([{ type: 'position', id: 'menu', position: { x: 400, y: 80 }, dragging: true }]);
    expect(one.canvas.get().moving.get('menu')).toEqual([400, 80]);
    expect(other.canvas.get().moving.size).toBe(0);
    onNodesChange([{ type: 'position', id: 'menu', position: { x: 400, y: 80 }, dragging: false }]);
    expect(one.places()).toMatchObject({ menu: [400, 80] });
    expect(other.places()).toBe(before);
  });

  it('call the elements of one step by names of their own', () => {
    const [one, other] = [setUp('one-').canvas, setUp('other-').canvas];
    const exit = { node: 'menu', exit: '1' };
    expect(nodeElementId(one, 'menu')).not.toBe(nodeElementId(other, 'menu'));
    expect(exitElementId(one, exit)).not.toBe(exitElementId(other, exit));
  });

  it('each walk, choose and delete on their own', () => {
    const [one, other] = [setUp('one-'), setUp('other-')];
    press(one, 'Home');
    press(one, 'ArrowRight');
    press(other, 'Home');
    expect(one.canvas.get().focus?.node).toBe('menu');
    expect(other.canvas.get().focus?.node).toBe('incoming');
    press(one, 'Delete');
    expect(one.state().flow?.nodes.menu).toBeUndefined();
    expect(other.state().flow?.nodes.menu).toBeDefined();
    expect(other.state().announcement?.text).toContain('Incoming');
  });
});
