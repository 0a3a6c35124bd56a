import { useState } from 'react';

const LEAST = 300;
const MOST = 640;

/** The width of a panel, remembered in this browser. Pixels. */
export function useStoredWidth(name: string, usual: number) {
  const key = `gatherline.width.${name}`;
  const [width, set] = useState(() => clamp(Number(readItem(key) ?? usual) || usual));
  const setWidth = (next: number) => {
    const value = clamp(next);
    set(value);
    writeItem(key, String(value));
  };
  return { width, setWidth };
}

function clamp(width: number): number {
  return Math.round(Math.min(MOST, Math.max(LEAST, width)));
}

function readItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function writeItem(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    return;
  }
}
