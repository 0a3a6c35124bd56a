import { createStore, type StoreApi } from 'zustand/vanilla';

/** What an overlay tells of a flow: the way of one call, how many calls went where, what tests reach, or what differs. */
export type OverlayKind = 'call' | 'counts' | 'coverage' | 'changes';

export type MarkLook =
  | 'here'
  | 'visited'
  | 'counted'
  | 'covered'
  | 'uncovered'
  | 'added'
  | 'removed'
  | 'changed'
  | 'renamed';

/** What lies over one step or one wire. */
export interface Mark {
  readonly look: MarkLook;
  /** For people who can't see it. */
  readonly words: string;
  /** Written beside it. */
  readonly figure?: string;
}

export interface Marks {
  /** By the id of the step. */
  readonly nodes: ReadonlyMap<string, Mark>;
  /** By the id of the wire: `step/exit`. */
  readonly wires: ReadonlyMap<string, Mark>;
}

/** What lies over a drawn flow; apart from the document, so that it is never saved and never undone. */
export interface Overlay extends Marks {
  readonly kind: OverlayKind;
  /** How many lines of a trace are shown; `null` where there is no course of time. */
  readonly cursor: number | null;
  /** The step where a call stands, which the canvas keeps in view. */
  readonly standing: string | null;
}

export interface OverlayState {
  readonly shown: Overlay | null;
}

/** The overlay of one drawn flow. */
export interface OverlayStore extends StoreApi<OverlayState> {
  readonly show: (overlay: Overlay) => void;
  readonly clear: () => void;
}

export function createOverlay(): OverlayStore {
  const store = createStore<OverlayState>()(() => ({ shown: null }));
  return {
    ...store,
    show: (shown) => store.setState({ shown }),
    clear: () => store.setState({ shown: null }),
  };
}
