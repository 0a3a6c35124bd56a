import { definitionOf } from '@gatherline/flow';
import type { DragEvent } from 'react';
import { DRAGGED_TYPE, exitOfWire } from '../../store/index.ts';
import type { Canvas } from './canvas-state.ts';
import type { Surface } from './surface.ts';

/** What happens to a step that is dragged here from the palette: it goes where it is dropped, or into the wire below. */
export function createPaletteDrop(canvas: Canvas, { toCanvas }: Surface) {
  const { editor } = canvas;
  return {
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes(DRAGGED_TYPE) || editor.getState().readOnly) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      canvas.set({ dropWire: wireUnder(event) });
    },
    onDragLeave: (event: DragEvent) => {
      const isInside =
        event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
      if (!isInside) canvas.set({ dropWire: null });
    },
    onDrop: (event: DragEvent) => {
      const type = event.dataTransfer.getData(DRAGGED_TYPE);
      if (type === '') return;
      event.preventDefault();
      const wire = wireUnder(event);
      canvas.set({ dropWire: null });
      const isStep = definitionOf(type)?.role === 'step';
      if (wire !== null && isStep) editor.getState().insertNode({ type, between: exitOfWire(wire) });
      else {
        const { x, y } = toCanvas({ x: event.clientX, y: event.clientY });
        editor.getState().addNode({ type, at: [x - 130, y - 26] });
      }
    },
  };
}

function wireUnder({ clientX, clientY }: DragEvent): string | null {
  const element = document.elementFromPoint(clientX, clientY);
  const tools = element?.closest('[data-wire-tools]')?.getAttribute('data-wire-tools');
  return tools ?? element?.closest('.react-flow__edge')?.getAttribute('data-id') ?? null;
}
