import type { KeyboardEvent } from 'react';

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** Arrow keys, Home and End go from link to link of a grid, the way they stand on the screen. */
export function moveInGrid(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const now = links.findIndex((link) => link === document.activeElement);
  if (now === -1) return;
  const next = nextLink(links, now, event.key);
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.closest('li')?.scrollIntoView({ block: 'nearest' });
}

function nextLink(links: readonly HTMLElement[], now: number, key: string): HTMLElement | undefined {
  if (key === 'Home') return links[0];
  if (key === 'End') return links.at(-1);
  const [across, down] = moves[key] ?? [0, 0];
  if (across !== 0) return links[now + across];
  if (down === 0) return undefined;
  const from = placeOf(links[now]);
  // The nearest of the next row: rows are what is wholly above or below.
  const others = links.filter((link) => (placeOf(link).top - from.top) * down > 8);
  const row = others.map((link) => placeOf(link).top).reduce((best, top) => nearer(best, top, down), NaN);
  return others
    .filter((link) => Math.abs(placeOf(link).top - row) < 8)
    .toSorted((a, b) => Math.abs(placeOf(a).left - from.left) - Math.abs(placeOf(b).left - from.left))[0];
}

function nearer(best: number, top: number, down: number): number {
  return Number.isNaN(best) || (top - best) * down < 0 ? top : best;
}

function placeOf(link: HTMLElement | undefined): DOMRect {
  return (link?.closest('li') ?? link)?.getBoundingClientRect() ?? new DOMRect();
}
