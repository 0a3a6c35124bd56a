import type { FocusEvent, KeyboardEvent, PointerEvent } from 'react';
import { callOrder } from '../../store/index.ts';
import { isTyping } from '../../ui/index.ts';
import { arrangeByKey, type KeyTargets, pressKey } from './canvas-keys.ts';
import type { Canvas } from './canvas-state.ts';

/** What the element of the canvas does with keys and focus. Made once for a canvas. */
export function createKeyboardHandlers(targets: Omit<KeyTargets, 'element'>) {
  const { canvas } = targets;
  let isPointing = false;
  return {
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.target !== event.currentTarget) return;
      if (event.altKey) {
        if (arrangeByKey(event.code, canvas.editor)) event.preventDefault();
        return;
      }
      const key = event.shiftKey && event.code.startsWith('Digit') ? event.code : event.key;
      const press = { key, shiftKey: event.shiftKey, hasModifier: event.ctrlKey || event.metaKey };
      const { currentTarget } = event;
      if (pressKey(press, { ...targets, element: () => currentTarget })) event.preventDefault();
    },
    onPointerDownCapture: (event: PointerEvent<HTMLElement>) => {
      if (isTyping(event.target)) return;
      isPointing = true;
      canvas.set({ arrows: 'nudge' });
      event.currentTarget.focus({ preventScroll: true });
      isPointing = false;
    },
    onFocus: (event: FocusEvent<HTMLElement>) => {
      if (isPointing || event.target !== event.currentTarget) return;
      if (event.currentTarget.matches(':focus-visible')) beginWalk(canvas);
    },
  };
}

/** The keyboard came here: it goes on where it was, else at the start. */
function beginWalk(canvas: Canvas): void {
  canvas.set({ arrows: 'navigate' });
  const { flow } = canvas.editor.getState();
  const known = canvas.get().focus?.node;
  if (flow === null || (known !== undefined && flow.nodes[known] !== undefined)) return;
  const first = callOrder(flow)[0];
  if (first !== undefined) canvas.focusOn({ node: first, exit: null, from: null });
}
