import { useEffect, useRef } from 'react';
import { usePhoneApi } from './phone-provider.tsx';
import type { Phone } from './phone.ts';

/** Makes the keys of the keyboard keys of the phone while it has the focus, and keeps the focus with it. */
export function usePhoneKeys(onTheLine: boolean) {
  const phone = usePhoneApi();
  const panel = useRef<HTMLElement>(null);
  const was = useRef(onTheLine);
  useEffect(() => {
    const element = panel.current;
    const press = (event: KeyboardEvent) => pressTyped(event, phone);
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  }, [phone]);
  useEffect(() => {
    if (was.current === onTheLine) return;
    was.current = onTheLine;
    keepFocus(panel.current);
  }, [onTheLine]);
  return panel;
}

function pressTyped(event: KeyboardEvent, phone: Phone) {
  const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  if (!/^[0-9*#]$/.test(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  void phone.press(event.key);
}

/** The button that was pressed is gone when the call begins or ends; the keyboard stays with the phone. */
function keepFocus(panel: HTMLElement | null) {
  const isLost = document.activeElement === null || document.activeElement === document.body;
  const isShown = panel !== null && panel.offsetParent !== null;
  if (isLost && isShown) panel.focus({ preventScroll: true });
}
