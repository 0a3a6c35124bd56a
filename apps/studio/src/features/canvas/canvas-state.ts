import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Editor, ExitRef } from '../../store/index.ts';
import { type Moving, noDrag } from './canvas-nodes.ts';
import { readPreference, writePreference } from '../../ui/index.ts';

/** Below this zoom a card shows icon and name only; above the second it shows everything again. */
const FAR_BELOW = 0.4;
const NEAR_ABOVE = 0.5;
/** Below this zoom the small print of a card is left out. */
const SMALL_BELOW = 0.7;

/** Where the keyboard is: on a node, or on one of its exits; `from` is the exit by which it came. */
export interface Focus {
  readonly node: string;
  readonly exit: string | null;
  readonly from: ExitRef | null;
}

/** What the arrow keys do: walk along the graph, nudge what the pointer selected, or move until Enter or Esc. */
export type ArrowMode = 'navigate' | 'nudge' | 'move';

/** What belongs to this view of the canvas alone: never part of the document, never undone. */
export interface CanvasState {
  readonly isCompact: boolean;
  /** Small print can't be read. */
  readonly isSmall: boolean;
  /** The wire under the pointer, and the chosen one. */
  readonly hotWire: string | null;
  readonly chosenWire: string | null;
  readonly focus: Focus | null;
  readonly arrows: ArrowMode;
  /** Positions during a drag or in move mode, which belong to the canvas until the drop. */
  readonly moving: Moving;
  /** The exit a wire is being drawn from; `entry` when it is drawn backwards. */
  readonly connecting: 'exit' | 'entry' | null;
  /** A click on a port waits for the click on the other end. */
  readonly clickedExit: ExitRef | null;
  readonly isPanning: boolean;
  readonly hasMinimap: boolean;
  readonly wheel: 'pan' | 'zoom';
  /** The node that flashes because somebody asked to see it. */
  readonly flash: string | null;
  /** The wire that something from the palette hovers over. */
  readonly dropWire: string | null;
}

/** One view of one open flow: what its handlers read and change. */
export interface Canvas {
  readonly editor: Editor;
  /** Stands before the ids of its elements, so that two canvases can show one step. */
  readonly name: string;
  readonly store: StoreApi<CanvasState>;
  readonly get: () => CanvasState;
  readonly set: (change: Partial<CanvasState>) => void;
  readonly zoomed: (zoom: number) => void;
  readonly focusOn: (focus: Focus | null) => void;
  readonly toggleMinimap: () => void;
  readonly toggleWheel: () => void;
}

export function createCanvas(editor: Editor, name: string): Canvas {
  const store = createStore<CanvasState>()(freshState);
  const { getState: get, setState } = store;
  const set = (change: Partial<CanvasState>) => {
    const now = get();
    const differs = Object.entries(change).some(([key, value]) => !Object.is(Reflect.get(now, key), value));
    if (differs) setState(change);
  };
  return {
    editor,
    name,
    store,
    get,
    set,
    zoomed: (zoom) => set({ isCompact: isCompactAt(zoom, get().isCompact), isSmall: zoom < SMALL_BELOW }),
    focusOn(focus) {
      const now = get().focus;
      if (now?.node !== focus?.node || now?.exit !== focus?.exit) setState({ focus });
    },
    toggleMinimap() {
      const hasMinimap = !get().hasMinimap;
      writePreference('minimap', hasMinimap ? 'on' : 'off');
      set({ hasMinimap });
    },
    toggleWheel() {
      const wheel = get().wheel === 'pan' ? 'zoom' : 'pan';
      writePreference('wheel', wheel);
      set({ wheel });
    },
  };
}

function freshState(): CanvasState {
  return {
    isCompact: false,
    isSmall: false,
    hotWire: null,
    chosenWire: null,
    focus: null,
    arrows: 'navigate',
    moving: noDrag,
    connecting: null,
    clickedExit: null,
    isPanning: false,
    hasMinimap: readPreference('minimap') !== 'off',
    wheel: readPreference('wheel') === 'zoom' ? 'zoom' : 'pan',
    flash: null,
    dropWire: null,
  };
}

/** Far or near, with hysteresis, so that nothing flickers at the border. */
export function isCompactAt(zoom: number, wasCompact: boolean): boolean {
  return wasCompact ? zoom <= NEAR_ABOVE : zoom < FAR_BELOW;
}
