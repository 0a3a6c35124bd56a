import { useState } from 'react';
import { readPreference, writePreference } from '../ui/index.ts';

const LEAST = 300;
const MOST = 640;

/** The width of a panel, remembered in this browser. Pixels. */
export function useStoredWidth(name: string, usual: number) {
  const [width, set] = useState(() => clamp(Number(readPreference(`width.${name}`)) || usual));
  const setWidth = (next: number) => {
    set(clamp(next));
    writePreference(`width.${name}`, String(clamp(next)));
  };
  return { width, setWidth };
}

function clamp(width: number): number {
  return Math.round(Math.min(MOST, Math.max(LEAST, width)));
}
