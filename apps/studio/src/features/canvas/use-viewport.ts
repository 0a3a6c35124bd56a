import { useEffect, useMemo, useRef } from 'react';
import { boxAt, type EditorState, nodeView, positionsOf, useEditor, useOverlay } from '../../store/index.ts';
import { useCanvasApi } from './canvas-provider.tsx';
import { useReactFlow, useStoreApi } from './react-flow.ts';
import { shiftInto } from './viewport.ts';

const FIT = { padding: 0.16, maxZoom: 1, minZoom: 0.1 };
const FLASH_MS = 900;
/** The settings and the phone, a sheet over the canvas on small screens. */
const SHEET = '[data-sheet]';
/** Room for the plus of a loose exit, right of a card. */
const PLUS = 56;

/** Moves of the camera: all of it, none of it part of the document. */
export interface Camera {
  readonly fit: () => void;
  readonly fullSize: () => void;
  readonly toSelection: () => void;
  readonly zoomBy: (direction: 'in' | 'out') => void;
  readonly show: (node: string) => void;
  /** Moves as little as needed for a node to be seen whole. */
  readonly keepInView: (node: string) => void;
}

export function useCamera(): Camera {
  const { editor } = useCanvasApi();
  const flow = useReactFlow();
  const api = useStoreApi();
  return useMemo(() => {
    const duration = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 240);
    const middleOf = (id: string) => {
      const box = boxOf(editor.getState(), id);
      return box === null ? null : { box, x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    return {
      fit: () => void flow.fitView({ ...FIT, duration: duration() }),
      fullSize: () => void flow.zoomTo(1, { duration: duration() }),
      toSelection() {
        const nodes = editor.getState().selection.map((id) => ({ id }));
        if (nodes.length > 0) void flow.fitView({ ...FIT, nodes, duration: duration() });
      },
      zoomBy: (direction) =>
        void (direction === 'in'
          ? flow.zoomIn({ duration: duration() })
          : flow.zoomOut({ duration: duration() })),
      show(id) {
        const middle = middleOf(id);
        if (middle === null) return;
        const zoom = Math.min(1, Math.max(flow.getZoom(), 0.7));
        void flow.setCenter(middle.x, middle.y, { zoom, duration: duration() });
      },
      keepInView(id) {
        const middle = middleOf(id);
        if (middle === null) return;
        const { width, height: whole } = api.getState();
        const height = whole - coveredBelow(api.getState().domNode);
        const { x, y, zoom } = flow.getViewport();
        const { box } = middle;
        const shiftX = shiftInto(box.x * zoom + x, (box.width + PLUS) * zoom, width);
        const shiftY = shiftInto(box.y * zoom + y, box.height * zoom, height);
        if (shiftX === 0 && shiftY === 0) return;
        void flow.setViewport({ x: x + shiftX, y: y + shiftY, zoom }, { duration: duration() });
      },
    };
  }, [editor, flow, api]);
}

/** How much of the canvas lies under a sheet, on small screens. Pixels. */
function coveredBelow(canvasElement: Element | null): number {
  const sheet = document.querySelector(SHEET);
  if (canvasElement === null || sheet === null || !sheet.checkVisibility()) return 0;
  if (getComputedStyle(sheet).position !== 'fixed') return 0;
  return Math.max(0, canvasElement.getBoundingClientRect().bottom - sheet.getBoundingClientRect().top);
}

function boxOf({ flow }: EditorState, id: string) {
  const node = flow?.nodes[id];
  const place = flow === null ? undefined : positionsOf(flow).get(id);
  return node === undefined || place === undefined ? null : boxAt(place, nodeView(node));
}

/** Answers requests of other parts of the studio to see a node, and tells them where the middle of the view is. */
export function useViewport(camera: Camera): void {
  const canvas = useCanvasApi();
  const { editor } = canvas;
  const flow = useReactFlow();
  const api = useStoreApi();
  const reveal = useEditor((state) => state.reveal);
  const inspected = useEditor((state) => state.inspected);
  const called = useOverlay(({ shown }) => shown?.standing ?? null);
  const flashing = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const centre = () => {
      const { domNode } = api.getState();
      const { left, top, width, height } = domNode?.getBoundingClientRect() ?? new DOMRect();
      const { x, y } = flow.screenToFlowPosition({ x: left + width / 2, y: top + height / 2 });
      return [x - 130, y - 60] as const;
    };
    editor.getState().setViewport({ centre });
    return () => editor.getState().setViewport(null);
  }, [editor, flow, api]);

  useEffect(() => {
    if (reveal === null) return;
    camera.show(reveal.node);
    canvas.focusOn({ node: reveal.node, exit: null, from: null });
    canvas.set({ flash: reveal.node });
    clearTimeout(flashing.current);
    flashing.current = setTimeout(() => canvas.set({ flash: null }), FLASH_MS);
  }, [canvas, reveal, camera]);

  useEffect(() => {
    if (called !== null) camera.keepInView(called);
  }, [called, camera]);

  useEffect(() => {
    const sheet = document.querySelector(SHEET);
    if (inspected === null || sheet === null) return undefined;
    // The settings take their room first, on small screens only once they are asked for: then it is known what they cover.
    const observer = new ResizeObserver(() => camera.keepInView(inspected));
    observer.observe(sheet);
    return () => observer.disconnect();
  }, [inspected, camera]);
}
