import { useEffect, useRef } from 'react';

const NEAR = 60;

/** Keeps a growing list at its end, also when its box changes size, unless the person has scrolled away from it. */
export function useStickToEnd() {
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    let height = element.clientHeight;
    const resized = new ResizeObserver(() => {
      height = element.clientHeight;
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    });
    const watch = () => {
      // A box that shrinks scrolls by itself; that is not the person's wish.
      if (element.clientHeight !== height) return;
      isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
    };
    resized.observe(element);
    element.addEventListener('scroll', watch, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', watch);
    };
  }, []);
  // After every drawing, because any may have made the list longer.
  useEffect(() => {
    const element = box.current;
    if (element !== null && isAtEnd.current) element.scrollTop = element.scrollHeight;
  });
  return box;
}
