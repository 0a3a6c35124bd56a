import { createContext, type ReactNode, useContext, useId, useMemo } from 'react';
import { useStore } from 'zustand';
import { useEditorApi } from '../../store/index.ts';
import { type Canvas, type CanvasState, createCanvas } from './canvas-state.ts';

const CanvasContext = createContext<Canvas | null>(null);

/** Gives what is inside a canvas of its own, on the open flow. */
export function CanvasProvider({ children }: { readonly children: ReactNode }) {
  const editor = useEditorApi();
  const name = useId();
  const canvas = useMemo(() => createCanvas(editor, name), [editor, name]);
  return <CanvasContext value={canvas}>{children}</CanvasContext>;
}

/** Follows one thing of this view of the canvas. */
export function useCanvas<T>(select: (state: CanvasState) => T): T {
  return useStore(useCanvasApi().store, select);
}

/** The canvas itself, for what reads or acts at a later moment. */
export function useCanvasApi(): Canvas {
  const canvas = useContext(CanvasContext);
  if (canvas === null) throw new Error('There is no CanvasProvider around this component.');
  return canvas;
}
