import { GRID } from '@gatherline/flow';
import {
  defaultExit,
  type Editor,
  exitOfWire,
  type ExitRef,
  nodeView,
  fallbackInWords,
  inOrder,
  nameOf,
  positionsOf,
} from '../../store/index.ts';
import { arrangements } from './arrangements.ts';
import type { Canvas } from './canvas-state.ts';
import { noDrag } from './canvas-nodes.ts';
import { describeNode } from './describe-node.ts';
import { exitElementId } from './exit-row.tsx';
import { nodeElementId } from './node-label.tsx';
import { addAfter, connectFrom, insertInto } from './open-picker.ts';
import { tidy } from './tidy.ts';
import { dropMoved } from './use-document-nodes.ts';
import type { Camera } from './use-viewport.ts';
import { isNavigationKey, navigate, type NavigationKey } from './keyboard-navigation.ts';

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  /** Ctrl, or Cmd on a Mac. */
  readonly hasModifier: boolean;
}

export interface KeyTargets {
  readonly canvas: Canvas;
  readonly camera: Camera;
  /** The element that holds the canvas: menus open beside it when a node is out of sight. */
  readonly element: () => Element;
  /** Forgets the wire that is being drawn. */
  readonly cancelWire: () => void;
  /** Opens the quick-add list at the pointer, or in the middle. */
  readonly quickAdd: () => void;
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What a key does while the canvas has the keyboard. Answers false when it means nothing here. */
export function pressKey(press: KeyPress, targets: KeyTargets): boolean {
  const { key, hasModifier } = press;
  if (hasModifier) return pressWithModifier(key, targets.canvas);
  if (press.shiftKey && isViewKey(key)) return view(key, targets.camera);
  if (isNavigationKey(key)) return pressArrow(key, press.shiftKey, targets);
  const command = commands[key.length === 1 ? key.toLowerCase() : key];
  if (command === undefined) return false;
  command(targets);
  return true;
}

/** Alt and a letter line up what is selected; the place of the key decides, since Alt types other signs on some keyboards. */
export function arrangeByKey(code: string, editor: Editor): boolean {
  const found = arrangements.find((arrangement) => arrangement.code === code);
  if (found !== undefined) editor.getState().arrangeNodes(found.how);
  return found !== undefined;
}

function pressWithModifier(key: string, canvas: Canvas): boolean {
  const { flow, select, selection, duplicateNodes } = canvas.editor.getState();
  if (flow === null) return false;
  if (key.toLowerCase() === 'a') select(Object.keys(flow.nodes));
  else if (key.toLowerCase() === 'd') duplicateNodes(selection.length > 0 ? selection : focusedNode(canvas));
  else return false;
  return true;
}

/** The shifted digits differ from keyboard to keyboard, so the place of the key decides elsewhere; these are its names. */
function isViewKey(key: string): boolean {
  return key === 'Digit0' || key === 'Digit1' || key === 'Digit2';
}

function view(key: string, camera: Camera): boolean {
  if (key === 'Digit1') camera.fit();
  else if (key === 'Digit0') camera.fullSize();
  else camera.toSelection();
  return true;
}

const commands: Readonly<Record<string, (targets: KeyTargets) => void>> = {
  Delete: ({ canvas }) => remove(canvas),
  Backspace: ({ canvas }) => remove(canvas),
  Enter: ({ canvas }) => (canvas.get().arrows === 'move' ? finishMove(canvas) : openSettings(canvas)),
  Escape: escape,
  n: ({ quickAdd }) => quickAdd(),
  a: (targets) =>
    withExit(targets, (from, beside, isWired) =>
      (isWired ? insertInto : addAfter)(targets.canvas.editor, from, beside),
    ),
  c: (targets) => withExit(targets, (from, beside) => connectFrom(targets.canvas.editor, from, beside)),
  m: ({ canvas }) => startMove(canvas),
  t: ({ canvas }) => void tidy(canvas.editor),
  ' ': ({ canvas }) => toggleSelected(canvas),
};

function pressArrow(key: NavigationKey, shift: boolean, { camera, canvas }: KeyTargets): boolean {
  const { arrows } = canvas.get();
  const { selection, readOnly } = canvas.editor.getState();
  const direction = directions[key];
  const step = shift ? GRID * 4 : GRID;
  if (arrows === 'move' && direction !== undefined) lift(canvas, direction, step);
  else if (arrows === 'nudge' && direction !== undefined && selection.length > 0 && !readOnly)
    nudge(canvas.editor, direction, step);
  else go(key, canvas, camera);
  return true;
}

function go(key: NavigationKey, canvas: Canvas, camera: Camera): void {
  const { flow, announce, problemsByNode } = canvas.editor.getState();
  const next = flow === null ? null : navigate(flow, canvas.get().focus, key);
  canvas.set({ arrows: 'navigate' });
  if (flow === null || next === null) return;
  canvas.focusOn(next);
  camera.keepInView(next.node);
  if (next.exit === null) return announce(describeNode({ flow, problemsByNode }, next.node));
  const node = flow.nodes[next.node];
  const exit = node === undefined ? undefined : nodeView(node).exits.find(({ id }) => id === next.exit);
  const target = node?.exits[next.exit];
  const label = exit?.label ?? next.exit;
  if (target !== undefined) return announce(`Exit ${label} to ${nameOf(flow, target)}`);
  const fallback = exit === undefined ? '' : `: ${fallbackInWords(flow, next.node, exit).sentence}`;
  announce(`Exit ${label}, unconnected${fallback}`);
}

function nudge(editor: Editor, [dx, dy]: readonly [number, number], step: number): void {
  const { flow, selection, moveNodes } = editor.getState();
  if (flow === null) return;
  const current = positionsOf(flow);
  const positions = selection.map((id) => {
    const [x, y] = current.get(id) ?? [0, 0];
    return [id, [x + dx * step, y + dy * step]] as const;
  });
  moveNodes(Object.fromEntries(positions), { burst: true });
}

function lift(canvas: Canvas, [dx, dy]: readonly [number, number], step: number): void {
  const { flow } = canvas.editor.getState();
  if (flow === null) return;
  const { moving } = canvas.get();
  const current = positionsOf(flow);
  const next = new Map(moving);
  for (const id of focusedNode(canvas)) {
    const [x, y] = moving.get(id) ?? current.get(id) ?? [0, 0];
    next.set(id, [x + dx * step, y + dy * step]);
  }
  canvas.set({ moving: next });
}

function startMove(canvas: Canvas): void {
  const { readOnly, flow, announce } = canvas.editor.getState();
  const [id] = focusedNode(canvas);
  if (readOnly || flow === null || id === undefined) return;
  canvas.set({ arrows: 'move' });
  announce(`Moving ${nameOf(flow, id)}. Arrows move, Enter keeps, Escape takes back.`);
}

function finishMove(canvas: Canvas): void {
  dropMoved(canvas);
  canvas.set({ arrows: 'navigate' });
  canvas.editor.getState().announce('Moved');
}

function escape({ canvas, cancelWire }: KeyTargets): void {
  const { arrows, connecting, chosenWire } = canvas.get();
  const { select, announce } = canvas.editor.getState();
  if (arrows === 'move') {
    canvas.set({ arrows: 'navigate', moving: noDrag });
    announce('Move taken back');
  } else if (connecting !== null) cancelWire();
  else if (chosenWire !== null) canvas.set({ chosenWire: null });
  else select([]);
}

function remove(canvas: Canvas): void {
  const { chosenWire, focus, arrows } = canvas.get();
  const { selection, removeNodes, connect } = canvas.editor.getState();
  if (chosenWire !== null) return connect(exitOfWire(chosenWire), null);
  if (arrows === 'navigate' && focus?.exit != null)
    return connect({ node: focus.node, exit: focus.exit }, null);
  removeNodes(selection.length > 0 ? selection : focusedNode(canvas));
}

function openSettings(canvas: Canvas): void {
  const [id] = focusedNode(canvas);
  if (id !== undefined) canvas.editor.getState().openSettings(id);
}

function toggleSelected(canvas: Canvas): void {
  canvas.editor.getState().select(focusedNode(canvas), 'toggle');
}

function focusedNode(canvas: Canvas): readonly string[] {
  const { focus } = canvas.get();
  const { flow, selection } = canvas.editor.getState();
  return focus !== null && flow?.nodes[focus.node] !== undefined ? [focus.node] : selection.slice(0, 1);
}

/** The exit one is on; from a node its first main exit without a wire, else the usual one. */
function withExit(
  { canvas, element }: KeyTargets,
  act: (from: ExitRef, beside: Element, isWired: boolean) => void,
): void {
  const { flow, announce } = canvas.editor.getState();
  const [id] = focusedNode(canvas);
  const node = id === undefined ? undefined : flow?.nodes[id];
  if (id === undefined || node === undefined) return;
  const { focus } = canvas.get();
  const loose = inOrder(nodeView(node).exits).find(
    (exit) => exit.kind === 'main' && node.exits[exit.id] === undefined,
  );
  const exit = (focus?.node === id ? focus.exit : null) ?? loose?.id ?? defaultExit(node);
  if (exit === null) return announce('This step has no exits.');
  const beside =
    document.getElementById(exitElementId(canvas, { node: id, exit })) ??
    document.getElementById(nodeElementId(canvas, id)) ??
    element();
  act({ node: id, exit }, beside, node.exits[exit] !== undefined);
}
