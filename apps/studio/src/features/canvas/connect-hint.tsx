import { useEffect, useState } from 'react';
import { type EditorState, refusalOf, useEditorApi } from '../../store/index.ts';
import { useCanvas } from './canvas-provider.tsx';
import styles from './canvas.module.css';

interface Hint {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** While a wire is drawn: why it can't end at the step under the pointer. */
export function ConnectHint() {
  const editor = useEditorApi();
  const connecting = useCanvas((state) => state.connecting);
  const [hint, setHint] = useState<Hint | null>(null);
  useEffect(() => {
    if (connecting !== 'exit') return undefined;
    const follow = ({ clientX: x, clientY: y }: PointerEvent) => {
      const text = refusalAt(editor.getState(), x, y);
      setHint(text === null ? null : { x, y, text });
    };
    window.addEventListener('pointermove', follow);
    return () => {
      window.removeEventListener('pointermove', follow);
      setHint(null);
    };
  }, [editor, connecting]);
  if (hint === null) return null;
  return (
    <div className={styles.hint} role="tooltip" style={{ left: hint.x + 16, top: hint.y + 16 }}>
      {hint.text}
    </div>
  );
}

function refusalAt({ flow }: EditorState, x: number, y: number): string | null {
  const node = document.elementFromPoint(x, y)?.closest('[data-node]')?.getAttribute('data-node') ?? null;
  return node === null || flow === null ? null : refusalOf(flow, node);
}
