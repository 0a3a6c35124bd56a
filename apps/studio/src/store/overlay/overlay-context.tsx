import { createContext, type PropsWithChildren, useContext, useState } from 'react';
import { useStore } from 'zustand';
import { createOverlay, type OverlayState, type OverlayStore } from './overlay.ts';

const OverlayContext = createContext<OverlayStore | null>(null);

/** Gives what is inside an overlay of its own. */
export function OverlayProvider({ children }: PropsWithChildren) {
  const [overlay] = useState(createOverlay);
  return <OverlayContext value={overlay}>{children}</OverlayContext>;
}

/** Follows one thing of the overlay. */
export function useOverlay<T>(select: (state: OverlayState) => T): T {
  return useStore(useOverlayApi(), select);
}

/** The overlay itself, for what shows something in it. */
export function useOverlayApi(): OverlayStore {
  const overlay = useContext(OverlayContext);
  if (overlay === null) throw new Error('There is no EditorProvider around this component.');
  return overlay;
}
