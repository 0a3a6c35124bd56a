import { useMemo } from 'react';
import { useReactFlow, useStoreApi } from './react-flow.ts';

/** Where a canvas is on the page. */
export interface Surface {
  /** Turns a place in the window into one on the canvas. */
  readonly toCanvas: (screen: { x: number; y: number }) => { x: number; y: number };
  readonly element: () => HTMLElement | null;
  /** Whether something on the page is inside another canvas than this one. */
  readonly isInAnother: (target: Element | null) => boolean;
}

const CANVAS = '[data-region="canvas"]';

export function useSurface(): Surface {
  const { screenToFlowPosition } = useReactFlow();
  const api = useStoreApi();
  return useMemo(
    () => ({
      toCanvas: screenToFlowPosition,
      element: () => api.getState().domNode,
      isInAnother(target) {
        const canvas = target?.closest(CANVAS) ?? null;
        return canvas !== null && !canvas.contains(api.getState().domNode);
      },
    }),
    [screenToFlowPosition, api],
  );
}
