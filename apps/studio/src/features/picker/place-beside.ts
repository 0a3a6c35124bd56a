const WIDTH = 320;
const HEIGHT = 420;
const EDGE = 12;

/** Where a list of this size opens so that it stays in the window. Pixels of the window. */
export function placeBeside(
  [x, y]: readonly [number, number],
  room: { width: number; height: number } = { width: window.innerWidth, height: window.innerHeight },
): { left: number; top: number; width: number; maxHeight: number } {
  const width = Math.min(WIDTH, room.width - 2 * EDGE);
  const maxHeight = Math.min(HEIGHT, room.height - 2 * EDGE);
  return {
    left: Math.max(EDGE, Math.min(x, room.width - width - EDGE)),
    top: Math.max(EDGE, Math.min(y, room.height - maxHeight - EDGE)),
    width,
    maxHeight,
  };
}

/** Where a key leads in a list of so many; nothing when it does not move. */
export function stepOf(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return (active - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}
