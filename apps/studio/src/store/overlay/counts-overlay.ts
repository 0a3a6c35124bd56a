import type { ExitRef } from '../state.ts';
import { wireId } from '../document/wiring.ts';
import type { Mark, Overlay } from './overlay.ts';

/** How many calls came to a step, and how many left it by an exit. */
export interface Counts {
  readonly steps: Readonly<Record<string, number>>;
  readonly exits: readonly (ExitRef & { readonly count: number })[];
}

/** Writes figures on steps and wires; where no call was there is none. */
export function countsOverlay({ steps, exits }: Counts): Overlay {
  const came = Object.entries(steps).filter(([, count]) => count > 0);
  const left = exits.filter(({ count }) => count > 0);
  return {
    kind: 'counts',
    nodes: new Map(came.map(([id, count]) => [id, counted(count, 'came here')])),
    wires: new Map(left.map(({ count, ...exit }) => [wireId(exit), counted(count, 'went this way')])),
    cursor: null,
    standing: null,
  };
}

function counted(count: number, did: string): Mark {
  const figure = count.toLocaleString();
  return { look: 'counted', figure, words: `${figure} ${count === 1 ? 'call' : 'calls'} ${did}` };
}
