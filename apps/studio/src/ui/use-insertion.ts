import { useCallback, useRef } from 'react';
import type { Insertion } from './insert-menu.tsx';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** Puts text at the caret of an input (at its end while it has never been entered); the caret is left behind it, or on its blank. */
export function useInsertion(value: string, onChange: (value: string) => void) {
  const element = useRef<TextElement | null>(null);
  const insert = useCallback(
    ({ text, blank }: Pick<Insertion, 'text' | 'blank'>) => {
      const input = element.current;
      const start = input?.selectionStart ?? value.length;
      const end = input?.selectionEnd ?? value.length;
      onChange(value.slice(0, start) + text + value.slice(end));
      requestAnimationFrame(() => {
        input?.focus();
        const from = start + (blank === undefined ? text.length : text.lastIndexOf(blank));
        input?.setSelectionRange(from, from + (blank?.length ?? 0));
      });
    },
    [value, onChange],
  );
  const hold = useCallback((input: TextElement | null) => {
    element.current = input;
  }, []);
  return { hold, insert };
}
