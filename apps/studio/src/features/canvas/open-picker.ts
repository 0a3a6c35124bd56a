import type { Position } from '@gatherline/flow';
import { CARD, type Editor, type ExitRef, spotAfter } from '../../store/index.ts';
import type { Surface } from './surface.ts';

/** Asks what comes after an exit; the list opens beside `beside`. */
export function addAfter(editor: Editor, from: ExitRef, beside: Element): void {
  const { flow, openPicker, readOnly } = editor.getState();
  if (flow === null || readOnly) return;
  openPicker({ kind: 'add', screen: cornerOf(beside), at: spotAfter(flow, from), from });
}

/** Asks what to put into a wire. */
export function insertInto(editor: Editor, between: ExitRef, beside: Element): void {
  const { flow, openPicker, readOnly } = editor.getState();
  if (flow === null || readOnly) return;
  openPicker({ kind: 'add', screen: cornerOf(beside), at: spotAfter(flow, between), between });
}

/** Asks where an exit leads. */
export function connectFrom(editor: Editor, from: ExitRef, beside: Element): void {
  const { readOnly, openPicker } = editor.getState();
  if (!readOnly) openPicker({ kind: 'connect', screen: cornerOf(beside), from });
}

const LIST = { width: 320, height: 420 };
const CARD_MIDDLE = { x: CARD.width / 2, y: 60 };

/** Asks what to put into the middle of what is seen. */
export function quickAdd(editor: Editor, { element, toCanvas }: Surface): void {
  const { readOnly, openPicker } = editor.getState();
  const room = element()?.getBoundingClientRect();
  if (readOnly || room === undefined) return;
  const middle = { x: room.left + room.width / 2, y: room.top + room.height / 2 };
  const { x, y } = toCanvas(middle);
  const screen = [middle.x - LIST.width / 2, middle.y - LIST.height / 2] as const;
  openPicker({ kind: 'add', screen, at: [x - CARD_MIDDLE.x, y - CARD_MIDDLE.y] });
}

function cornerOf(element: Element): Position {
  const { right, top } = element.getBoundingClientRect();
  return [right + 8, top];
}
