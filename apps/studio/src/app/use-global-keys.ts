import { useEffect } from 'react';
import { type Editor, useEditorApi } from '../store/index.ts';
import { focusNextRegion, leaveRegion } from './regions.ts';
import { isTyping } from '../ui/index.ts';

/** Keys that work wherever the keyboard is. Text fields keep their own undo while somebody types in them. */
export function useGlobalKeys(): void {
  const editor = useEditorApi();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isInDialog(event.target)) return;
      if (run(event, editor)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [editor]);
}

function run(event: KeyboardEvent, editor: Editor): boolean {
  const { undo, redo, flushSave, nextProblem, previousProblem } = editor.getState();
  if (event.key === 'Escape') return leaveRegion(event.target);
  if (event.key === 'F6') focusNextRegion(event.shiftKey ? -1 : 1);
  else if (event.key === 'F8') (event.shiftKey ? previousProblem : nextProblem)();
  else if (!event.ctrlKey && !event.metaKey) return false;
  else if (event.key.toLowerCase() === 's') void flushSave();
  else if (isTyping(event.target)) return false;
  else if (event.key.toLowerCase() === 'z') (event.shiftKey ? redo : undo)();
  else if (event.key.toLowerCase() === 'y') redo();
  else return false;
  return true;
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null;
}
