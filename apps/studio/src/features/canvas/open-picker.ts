import type { Position } from '@gatherline/flow';
import { editor, type ExitRef, spotAfter } from '../../store/index.ts';

/** Asks what comes after an exit; the list opens beside `beside`. */
export function addAfter(from: ExitRef, beside: Element): void {
  const { flow, openPicker, readOnly } = editor.getState();
  if (flow === null || readOnly) return;
  openPicker({ kind: 'add', screen: cornerOf(beside), at: spotAfter(flow, from), from });
}

/** Asks what to put into a wire. */
export function insertInto(between: ExitRef, beside: Element): void {
  const { flow, openPicker, readOnly } = editor.getState();
  if (flow === null || readOnly) return;
  openPicker({ kind: 'add', screen: cornerOf(beside), at: spotAfter(flow, between), between });
}

/** Asks where an exit leads. */
export function connectFrom(from: ExitRef, beside: Element): void {
  const { readOnly, openPicker } = editor.getState();
  if (!readOnly) openPicker({ kind: 'connect', screen: cornerOf(beside), from });
}

export function cornerOf(element: Element): Position {
  const { right, top } = element.getBoundingClientRect();
  return [right + 8, top];
}
