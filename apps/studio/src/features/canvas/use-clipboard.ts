import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useEditorApi } from '../../store/index.ts';
import { isTyping } from '../../ui/index.ts';
import type { Surface } from './surface.ts';

/** Copy, cut and paste as text that can go into another flow, another tab or a chat. Never while somebody types. */
export function useClipboard(surface: Surface, pasteAt: () => readonly [number, number] | undefined): void {
  const editor = useEditorApi();
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      const { selection, copyNodes, announce } = editor.getState();
      if (selection.length === 0 || isElsewhere(surface) || hasSelectedText()) return false;
      event.clipboardData?.setData('text/plain', copyNodes(selection));
      event.preventDefault();
      announce(selection.length === 1 ? '1 step copied' : `${selection.length} steps copied`);
      return true;
    };
    const cut = (event: ClipboardEvent) => {
      const { readOnly, selection, removeNodes } = editor.getState();
      if (copy(event) && !readOnly) removeNodes(selection);
    };
    const paste = (event: ClipboardEvent) => {
      if (isElsewhere(surface) || editor.getState().flow === null) return;
      event.preventDefault();
      const pasted = editor
        .getState()
        .pasteNodes(event.clipboardData?.getData('text/plain') ?? '', pasteAt());
      if (!pasted.ok) notifications.show({ message: pasted.message, color: 'gray' });
      else if (pasted.variables.length > 0) {
        notifications.show({ message: `Variables that came along: ${pasted.variables.join(', ')}.` });
      }
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', cut);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', cut);
      document.removeEventListener('paste', paste);
    };
  }, [editor, surface, pasteAt]);
}

/** The keyboard is in a text field, a dialog, a menu or another canvas. */
function isElsewhere(surface: Surface): boolean {
  const active = document.activeElement;
  if (isTyping(active) || surface.isInAnother(active)) return true;
  return active?.closest('[role="dialog"], [role="menu"]') != null;
}

function hasSelectedText(): boolean {
  return (getSelection()?.toString() ?? '') !== '';
}
