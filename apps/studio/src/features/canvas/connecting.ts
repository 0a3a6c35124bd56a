import type { Position } from '@gatherline/flow';
import { canLeadTo, type Editor, exitName, exitOfWire, type ExitRef, refusalOf } from '../../store/index.ts';
import type { Canvas } from './canvas-state.ts';
import type { Wire } from './canvas-wires.ts';
import type { Connection, FinalConnectionState, OnConnectStartParams } from './react-flow.ts';
import type { Surface } from './surface.ts';

/** What React Flow calls while wires are drawn. Made once for a canvas, so that every callback is stable. */
export function createConnecting(canvas: Canvas, { toCanvas }: Surface) {
  const { editor } = canvas;
  const stop = () => canvas.set({ connecting: null, clickedExit: null });
  const start = ({ nodeId, handleId, handleType }: OnConnectStartParams) => {
    const isExit = handleType === 'source';
    const clicked = isExit && nodeId !== null && handleId !== null ? { node: nodeId, exit: handleId } : null;
    canvas.set({ connecting: isExit ? 'exit' : 'entry', clickedExit: clicked });
  };
  const offerSteps = (event: MouseEvent | TouchEvent, from: ExitRef | undefined, to: string | undefined) => {
    const screen = pointOf(event);
    const { x, y } = toCanvas({ x: screen[0], y: screen[1] });
    if (!editor.getState().readOnly)
      editor.getState().openPicker({ kind: 'add', screen, at: [x, y - 26], from, to });
  };
  return {
    isValid: ({
      source,
      target,
      sourceHandle,
    }: {
      source: string;
      target: string;
      sourceHandle?: string | null;
    }) => {
      const { flow } = editor.getState();
      return (
        flow !== null && sourceHandle != null && flow.nodes[source] !== undefined && canLeadTo(flow, target)
      );
    },
    onConnect: ({ source, sourceHandle, target }: Connection) => {
      if (sourceHandle !== null) editor.getState().connect({ node: source, exit: sourceHandle }, target);
    },
    onConnectStart: (_event: unknown, params: OnConnectStartParams) => start(params),
    onConnectEnd: (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
      const isCalledOff = canvas.get().connecting === null;
      stop();
      if (isCalledOff) return;
      if (state.isValid === true) return;
      const { fromHandle } = state;
      const over = nodeUnder(event);
      if (fromHandle === null || fromHandle.id == null) return;
      if (over !== null) return sayWhyNot(editor, over);
      const isExit = fromHandle.type === 'source';
      const from = isExit ? { node: fromHandle.nodeId, exit: fromHandle.id } : undefined;
      offerSteps(event, from, isExit ? undefined : fromHandle.nodeId);
    },
    onClickConnectStart: (_event: unknown, params: OnConnectStartParams) => {
      start(params);
      const { flow, announce } = editor.getState();
      const { clickedExit } = canvas.get();
      if (flow !== null && clickedExit !== null)
        announce(`Connecting ${exitName(flow, clickedExit)}. Choose a step.`);
    },
    onClickConnectEnd: (event: MouseEvent | TouchEvent) => {
      const { clickedExit } = canvas.get();
      stop();
      const isOnEmptyCanvas =
        event.target instanceof Element && event.target.closest('.react-flow__pane') !== null;
      if (isOnEmptyCanvas && nodeUnder(event) === null && clickedExit !== null)
        offerSteps(event, clickedExit, undefined);
    },
    onReconnect: (wire: Wire, { target }: Connection) => {
      editor.getState().connect(exitOfWire(wire.id), target);
    },
    onReconnectStart: () => canvas.set({ connecting: 'exit' }),
    onReconnectEnd: (
      event: MouseEvent | TouchEvent,
      wire: Wire,
      _side: unknown,
      state: FinalConnectionState,
    ) => {
      stop();
      if (state.isValid !== true && nodeUnder(event) === null)
        editor.getState().connect(exitOfWire(wire.id), null);
    },
  };
}

function nodeUnder(event: MouseEvent | TouchEvent): string | null {
  const [x, y] = pointOf(event);
  return document.elementFromPoint(x, y)?.closest('[data-node]')?.getAttribute('data-node') ?? null;
}

function sayWhyNot(editor: Editor, node: string): void {
  const { flow, announce } = editor.getState();
  const refusal = flow === null ? null : refusalOf(flow, node);
  if (refusal !== null) announce(refusal);
}

function pointOf(event: MouseEvent | TouchEvent): Position {
  const point = 'clientX' in event ? event : event.changedTouches[0];
  return [point?.clientX ?? 0, point?.clientY ?? 0];
}
