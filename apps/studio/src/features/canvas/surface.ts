import { useMemo } from 'react';
import { useReactFlow, useStoreApi } from './react-flow.ts';

/** Where a canvas is on the page. */
export interface Surface {
  /** Turns a place in the window into one on the canvas. */
  readonly toCanvas: (screen: { x: number; y: number }) => { x: number; y: number };
  readonly element: () => HTMLElement | null;
}

export function useSurface(): Surface {
  const { screenToFlowPosition } = useReactFlow();
  const api = useStoreApi();
  return useMemo(
    () => ({ toCanvas: screenToFlowPosition, element: () => api.getState().domNode }),
    [screenToFlowPosition, api],
  );
}
