import { useState } from 'react';
import { type Position, toGrid } from '@gatherline/flow';
import { useEditor } from '../../store/index.ts';
import { useCanvas } from './canvas-provider.tsx';
import type { Canvas } from './canvas-state.ts';
import { type CardNode, createCanvasNodes, noDrag } from './canvas-nodes.ts';
import { createCanvasWires, type Wire } from './canvas-wires.ts';
import type { EdgeChange, NodeChange } from './react-flow.ts';

/** The document as React Flow's nodes; what did not change keeps its identity. */
export function useDocumentNodes(): CardNode[] {
  const flow = useEditor((state) => state.flow);
  const selection = useEditor((state) => state.selection);
  const moving = useCanvas((state) => state.moving);
  const [toNodes] = useState(createCanvasNodes);
  return flow === null ? [] : toNodes(flow, selection, moving);
}

export function useDocumentWires(): Wire[] {
  const flow = useEditor((state) => state.flow);
  const chosen = useCanvas((state) => state.chosenWire);
  const [toWires] = useState(createCanvasWires);
  return flow === null ? [] : toWires(flow, chosen);
}

/** What becomes of React Flow's changes. Made once for a canvas, so that both callbacks are stable. */
export function createDocumentChanges(canvas: Canvas) {
  return {
    onNodesChange: (changes: readonly NodeChange<CardNode>[]) => applyNodeChanges(canvas, changes),
    onWiresChange: (changes: readonly EdgeChange<Wire>[]) => applyWireChanges(canvas, changes),
  };
}

/** Positions stay with the canvas during a drag; the document gets one move on the drop. */
function applyNodeChanges(canvas: Canvas, changes: readonly NodeChange<CardNode>[]): void {
  const { selection, select } = canvas.editor.getState();
  const moves = changes.flatMap((change): [string, Position, boolean][] =>
    change.type === 'position' && change.position !== undefined
      ? [[change.id, [change.position.x, change.position.y], change.dragging === true]]
      : [],
  );
  if (moves.length > 0) move(canvas, moves);
  const selected = changes.filter((change) => change.type === 'select');
  if (selected.length === 0) return;
  const ids = new Set(selection);
  for (const change of selected) {
    if (change.selected) ids.add(change.id);
    else ids.delete(change.id);
  }
  select([...ids]);
}

function move(canvas: Canvas, moves: readonly [string, Position, boolean][]): void {
  const moving = new Map(canvas.get().moving);
  for (const [id, position] of moves) moving.set(id, position);
  if (moves.some(([, , isDragging]) => isDragging)) canvas.set({ moving });
  else dropMoved(canvas, moving);
}

/** Hands the moved nodes' places to the document: one undo step. */
export function dropMoved(canvas: Canvas, moving = canvas.get().moving): void {
  const { flow, moveNodes } = canvas.editor.getState();
  const moved = [...moving].filter(([id, [x, y]]) => {
    const place = flow?.layout[id];
    return !(Array.isArray(place) && place[0] === toGrid(x) && place[1] === toGrid(y));
  });
  if (moved.length > 0) moveNodes(Object.fromEntries(moved));
  canvas.set({ moving: noDrag });
}

/** A wire is chosen by a click on it alone; a frame around steps takes no wires along. */
function applyWireChanges(canvas: Canvas, changes: readonly EdgeChange<Wire>[]): void {
  const { chosenWire } = canvas.get();
  const isLetGo = changes.some(
    (change) => change.type === 'select' && !change.selected && change.id === chosenWire,
  );
  if (isLetGo) canvas.set({ chosenWire: null });
}
