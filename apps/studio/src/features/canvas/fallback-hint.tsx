import { useEffect, useRef, useState } from 'react';
import { type EditorState, nodeView, fallbackInWords, useEditorApi } from '../../store/index.ts';
import styles from './canvas.module.css';
import type { Surface } from './surface.ts';

interface Hint {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

const AFTER_MS = 350;

/** Says in a sentence where an exit without a wire falls, while the pointer rests on its words. One for all cards. */
export function FallbackHint({ surface }: { readonly surface: Surface }) {
  const editor = useEditorApi();
  const [hint, setHint] = useState<Hint | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const enter = ({ target }: PointerEvent) => {
      clearTimeout(waiting.current);
      const words = target instanceof Element ? target.closest('[data-fallback-node]') : null;
      if (words === null || surface.isInAnother(words)) return setHint(null);
      waiting.current = setTimeout(() => setHint(hintFor(words, editor.getState())), AFTER_MS);
    };
    const leave = () => {
      clearTimeout(waiting.current);
      setHint(null);
    };
    document.addEventListener('pointerover', enter);
    document.addEventListener('pointerdown', leave);
    document.addEventListener('wheel', leave, { passive: true });
    return () => {
      clearTimeout(waiting.current);
      document.removeEventListener('pointerover', enter);
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('wheel', leave);
    };
  }, [editor, surface]);
  if (hint === null) return null;
  return (
    <div className={styles.hint} role="tooltip" style={{ left: hint.x, top: hint.y }}>
      {hint.text}
    </div>
  );
}

function hintFor(words: Element, { flow }: EditorState): Hint | null {
  const id = words.getAttribute('data-fallback-node') ?? '';
  const node = flow?.nodes[id];
  const exit =
    node && nodeView(node).exits.find((each) => each.id === words.getAttribute('data-fallback-exit'));
  if (flow === null || exit === undefined || !words.isConnected) return null;
  const { left, bottom } = words.getBoundingClientRect();
  return { x: left, y: bottom + 6, text: `Not connected: ${fallbackInWords(flow, id, exit).sentence}` };
}
