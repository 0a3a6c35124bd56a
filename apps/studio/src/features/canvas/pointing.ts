import type { Position } from '@gatherline/flow';
import type { MouseEvent, PointerEvent } from 'react';
import { exitOfWire } from '../../store/index.ts';
import type { Canvas } from './canvas-state.ts';
import type { Wire } from './canvas-wires.ts';
import { insertInto } from './open-picker.ts';
import type { CardNode } from './canvas-nodes.ts';
import type { ReactFlowInstance, Viewport } from './react-flow.ts';
import type { Surface } from './surface.ts';
import { firstViewport, rememberedViewport, rememberViewport } from './viewport.ts';

/** What the pointer does on the canvas. Made once for a flow, so that every callback is stable. */
export function createPointing(canvas: Canvas, { element, toCanvas }: Surface, flow: string) {
  const { editor } = canvas;
  let pointer: { x: number; y: number } | null = null;
  return {
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      pointer = { x: clientX, y: clientY };
    },
    /** Where a paste goes: under the pointer while it is over the canvas. */
    pasteAt: (): Position | undefined => {
      const under = pointer === null ? null : document.elementFromPoint(pointer.x, pointer.y);
      const isOver = under?.closest('.react-flow') != null && element()?.contains(under) === true;
      if (pointer === null || !isOver) return undefined;
      const { x, y } = toCanvas(pointer);
      return [x, y];
    },
    onInit: (instance: ReactFlowInstance<CardNode, Wire>) => {
      const opened = editor.getState().flow;
      const room = element()?.getBoundingClientRect();
      if (opened === null || room === undefined) return;
      const viewport = rememberedViewport(flow) ?? firstViewport(opened, room);
      void instance.setViewport(viewport);
      canvas.zoomed(viewport.zoom);
    },
    onMove: (_event: unknown, { zoom }: Viewport) => canvas.zoomed(zoom),
    onMoveEnd: (_event: unknown, viewport: Viewport) => rememberViewport(flow, viewport),
    onNodeClick: (_event: MouseEvent, { id }: { id: string }) =>
      canvas.focusOn({ node: id, exit: null, from: null }),
    onNodeDoubleClick: (_event: MouseEvent, { id }: { id: string }) => {
      editor.getState().openSettings(id);
    },
    onWireClick: (_event: MouseEvent, { id }: Wire) => canvas.set({ chosenWire: id }),
    onWireEnter: (_event: MouseEvent, { id }: Wire) => canvas.set({ hotWire: id }),
    onWireLeave: (event: MouseEvent) => {
      const isOverTools =
        event.relatedTarget instanceof Element && event.relatedTarget.closest('[data-wire-tools]') !== null;
      if (!isOverTools) canvas.set({ hotWire: null });
    },
    onWireDoubleClick: (event: MouseEvent, { id }: Wire) =>
      insertInto(editor, exitOfWire(id), event.currentTarget),
    /** A double click on empty canvas asks what to put there. */
    onDoubleClick: (event: MouseEvent) => {
      const isEmpty = event.target instanceof Element && event.target.classList.contains('react-flow__pane');
      const { readOnly, openPicker } = editor.getState();
      if (!isEmpty || readOnly) return;
      const { x, y } = toCanvas({ x: event.clientX, y: event.clientY });
      openPicker({ kind: 'add', screen: [event.clientX, event.clientY], at: [x, y] });
    },
  };
}
