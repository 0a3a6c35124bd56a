const INPUT = 'input:not([type=hidden]), textarea, select';
const ADD = '[data-add]';
const BUTTON = 'button';

/**
 * Scrolls to the field that lives at `path` inside `panel` (or the nearest one around it) and puts the keyboard in it.
 * Answers false when the panel has none.
 */
export function focusWithin(panel: HTMLElement, path: readonly (string | number)[]): boolean {
  for (let length = path.length; length > 0; length -= 1) {
    const at = CSS.escape(path.slice(0, length).join('.'));
    const field = panel.querySelector<HTMLElement>(`[data-field="${at}"]`);
    if (field === null) continue;
    field.scrollIntoView({ block: 'center' });
    const target = [INPUT, ADD, BUTTON]
      .map((kind) => field.querySelector<HTMLElement>(kind))
      .find((element) => element !== null);
    target?.focus({ preventScroll: true });
    return true;
  }
  return false;
}
