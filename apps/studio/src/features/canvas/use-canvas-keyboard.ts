import { useEffect, useMemo } from 'react';
import { useEditor } from '../../store/index.ts';
import { isTyping } from '../../ui/index.ts';
import { useCanvas, useCanvasApi } from './canvas-provider.tsx';
import { exitElementId } from './exit-row.tsx';
import { createKeyboardHandlers } from './keyboard-handlers.ts';
import { nodeElementId } from './node-label.tsx';
import { quickAdd } from './open-picker.ts';
import { useStoreApi } from './react-flow.ts';
import { useSurface } from './surface.ts';
import type { Camera } from './use-viewport.ts';

/** Makes the canvas one tab stop: keys walk along the graph, and the element says which step they are on. */
export function useCanvasKeyboard(camera: Camera) {
  const surface = useSurface();
  const api = useStoreApi();
  const canvas = useCanvasApi();
  const name = useEditor((state) => state.flow?.name ?? '');
  const arrows = useCanvas((state) => state.arrows);
  const connecting = useCanvas((state) => state.connecting);
  const active = useCanvas(({ focus }) => {
    if (focus === null) return undefined;
    return focus.exit === null
      ? nodeElementId(canvas, focus.node)
      : exitElementId(canvas, { node: focus.node, exit: focus.exit });
  });
  usePanningKey();
  useFocusOnSelected();

  const handlers = useMemo(
    () =>
      createKeyboardHandlers({
        canvas,
        camera,
        cancelWire: () => {
          api.getState().cancelConnection();
          api.setState({ connectionClickStartHandle: null });
          canvas.set({ connecting: null, clickedExit: null });
        },
        quickAdd: () => quickAdd(canvas.editor, surface),
      }),
    [canvas, camera, api, surface],
  );

  return {
    ...handlers,
    tabIndex: 0,
    role: 'application',
    'data-region': 'canvas',
    'data-arrows': arrows,
    'data-connecting': connecting ?? undefined,
    'aria-label': `Canvas of ${name}`,
    'aria-roledescription': 'flow canvas',
    'aria-description':
      'Arrow keys walk along the call, Enter opens the settings of a step, A adds a step, C connects, M moves, question mark lists all keys.',
    'aria-activedescendant': active,
  } as const;
}

/** A step that was selected, here or elsewhere, is where the keyboard goes on. */
function useFocusOnSelected(): void {
  const canvas = useCanvasApi();
  const only = useEditor(({ selection }) => (selection.length === 1 ? selection[0] : undefined));
  useEffect(() => {
    if (only === undefined || canvas.get().focus?.node === only) return;
    canvas.focusOn({ node: only, exit: null, from: null });
  }, [canvas, only]);
}

/** While Space is held the canvas moves with the pointer, also over a step. */
function usePanningKey(): void {
  const canvas = useCanvasApi();
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.code === 'Space' && !isTyping(event.target)) canvas.set({ isPanning: true });
    };
    const end = () => canvas.set({ isPanning: false });
    const up = (event: KeyboardEvent) => {
      if (event.code === 'Space') end();
    };
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    window.addEventListener('blur', end);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      window.removeEventListener('blur', end);
    };
  }, [canvas]);
}
