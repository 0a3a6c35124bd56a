import { type RefObject, useEffect } from 'react';

/** Alt+↑ and Alt+↓ anywhere inside an item of the list (`data-item` holds its place) move that item. */
export function useMoveKeys(list: RefObject<HTMLElement | null>, move: (from: number, to: number) => void) {
  useEffect(() => {
    const root = list.current;
    const take = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      const item =
        event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-item]') : null;
      if (item === null) return;
      event.preventDefault();
      // A list inside an item takes its own keys; the list around it must not move as well.
      event.stopPropagation();
      const from = Number(item.dataset.item);
      move(from, event.key === 'ArrowUp' ? from - 1 : from + 1);
    };
    root?.addEventListener('keydown', take);
    return () => root?.removeEventListener('keydown', take);
  });
}
