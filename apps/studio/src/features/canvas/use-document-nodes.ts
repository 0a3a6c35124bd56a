import { useState } from 'react';
import { type Position, toGrid } from '@gatherline/flow';
import { editor, useEditor } from '../../store/index.ts';
import { canvas, useCanvas } from './canvas-state.ts';
import { type CardNode, createCanvasNodes, still } from './canvas-nodes.ts';
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

/** Positions stay with the canvas during a drag; the document gets one move on the drop. */
export function applyNodeChanges(changes: readonly NodeChange<CardNode>[]): void {
  const moves = changes.flatMap((change): [string, Position, boolean][] =>
    change.type === 'position' && change.position !== undefined
      ? [[change.id, [change.position.x, change.position.y], change.dragging === true]]
      : [],
  );
  if (moves.length > 0) move(moves);
  const selected = changes.filter((change) => change.type === 'select');
  if (selected.length === 0) return;
  const ids = new Set(editor.getState().selection);
  for (const change of selected) {
    if (change.selected) ids.add(change.id);
    else ids.delete(change.id);
  }
  editor.getState().select([...ids]);
}

function move(moves: readonly [string, Position, boolean][]): void {
  const moving = new Map(canvas.get().moving);
  for (const [id, position] of moves) moving.set(id, position);
  if (moves.some(([, , isDragging]) => isDragging)) canvas.set({ moving });
  else dropMoved(moving);
}

/** Hands the moved nodes' places to the document: one undo step. */
export function dropMoved(moving: ReadonlyMap<string, Position> = canvas.get().moving): void {
  const { flow, moveNodes } = editor.getState();
  const moved = [...moving].filter(([id, [x, y]]) => {
    const place = flow?.layout[id];
    return !(Array.isArray(place) && place[0] === toGrid(x) && place[1] === toGrid(y));
  });
  if (moved.length > 0) moveNodes(Object.fromEntries(moved));
  canvas.set({ moving: still });
}

/** A wire is chosen by a click on it alone; a frame around steps takes no wires along. */
export function applyWireChanges(changes: readonly EdgeChange<Wire>[]): void {
  const { chosenWire } = canvas.get();
  const isLetGo = changes.some(
    (change) => change.type === 'select' && !change.selected && change.id === chosenWire,
  );
  if (isLetGo) canvas.set({ chosenWire: null });
}
