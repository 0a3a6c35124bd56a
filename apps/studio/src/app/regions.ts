/** The parts of the editor, in the order in which F6 goes round. */
const order = ['canvas', 'inspector', 'palette', 'problems'];

/** Puts the keyboard into the next part that is on screen. */
export function focusNextRegion(by: 1 | -1): void {
  const shown = order.flatMap((name) => {
    const element = document.querySelector<HTMLElement>(`[data-region="${name}"]`);
    return element !== null && element.checkVisibility() ? [element] : [];
  });
  const now = shown.findIndex((element) => element.contains(document.activeElement));
  const next = shown[(now + by + shown.length + (now < 0 && by < 0 ? 1 : 0)) % shown.length];
  next?.focus();
}

/** Escape leads from a panel back to the canvas, unless it first closes a list that is open there. */
export function leaveRegion(from: EventTarget | null): boolean {
  if (!(from instanceof Element) || from.getAttribute('aria-expanded') === 'true') return false;
  const region = from.closest('[data-region]')?.getAttribute('data-region') ?? 'canvas';
  if (region === 'canvas') return false;
  document.querySelector<HTMLElement>('[data-region="canvas"]')?.focus({ preventScroll: true });
  return true;
}
