import { useEffect, useRef } from 'react';

const NEAR = 60;

/** Keeps a growing list at its end, also when its box changes size, unless the person has scrolled away from it. */
export function useStickToEnd(content: unknown) {
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    let height = element.clientHeight;
    const stick = () => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    };
    const resized = new ResizeObserver(() => {
      height = element.clientHeight;
      stick();
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
  useEffect(() => {
    const element = box.current;
    if (element !== null && isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [content]);
  return box;
}
