import { useCallback, useRef } from 'react';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** Puts text at the caret of an input (at its end while it has never been entered) and leaves the caret behind it. */
export function useInsertion(value: string, onChange: (value: string) => void) {
  const element = useRef<TextElement | null>(null);
  const insert = useCallback(
    (text: string) => {
      const input = element.current;
      const start = input?.selectionStart ?? value.length;
      const end = input?.selectionEnd ?? value.length;
      onChange(value.slice(0, start) + text + value.slice(end));
      requestAnimationFrame(() => {
        input?.focus();
        input?.setSelectionRange(start + text.length, start + text.length);
      });
    },
    [value, onChange],
  );
  const hold = useCallback((input: TextElement | null) => {
    element.current = input;
  }, []);
  return { hold, insert };
}
