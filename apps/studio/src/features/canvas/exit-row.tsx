import { IconPlus } from '@tabler/icons-react';
import { memo } from 'react';
import type { ExitRef, ViewExit } from '../../store/index.ts';
import { useCanvasApi } from './canvas-provider.tsx';
import type { Canvas } from './canvas-state.ts';
import styles from './exit-row.module.css';
import { ExitFallback } from './exit-fallback.tsx';
import { ExitFocus } from './exit-focus.tsx';
import ports from './port.module.css';
import { addAfter } from './open-picker.ts';
import { Handle, Side } from './react-flow.ts';

/** The element by which the canvas names an exit to screen readers. */
export function exitElementId({ name }: Pick<Canvas, 'name'>, { node, exit }: ExitRef): string {
  return `${name}exit-${node}-${exit}`;
}

interface Props {
  readonly node: string;
  readonly name: string;
  readonly exit: ViewExit;
  readonly isWired: boolean;
}

/** One way out: its label, the port wires leave from, and while it leads nowhere a plus. */
export const ExitRow = memo(function ExitRow({ node, name, exit, isWired }: Props) {
  const canvas = useCanvasApi();
  const label = `${exit.label} of ${name}`;
  return (
    <div
      className={styles.exit}
      id={exitElementId(canvas, { node, exit: exit.id })}
      role="group"
      aria-label={isWired ? `Exit ${label}` : `Exit ${label}, unconnected`}
      data-kind={exit.kind}
      data-wired={isWired}
      data-stale={exit.stale}
    >
      {!isWired && <ExitFallback node={node} exit={exit} />}
      <span className={styles.exitLabel}>{exit.label}</span>
      <ExitFocus node={node} exit={exit.id} />
      <Handle
        id={exit.id}
        type="source"
        position={Side.Right}
        className={ports.port ?? ''}
        role="button"
        aria-label={`Connect exit ${label}`}
      />
      {!isWired && (
        <button
          type="button"
          className={`${styles.plus} nodrag nopan`}
          tabIndex={-1}
          aria-label={`Add a step after ${label}`}
          onClick={(event) => addAfter(canvas.editor, { node, exit: exit.id }, event.currentTarget)}
        >
          <IconPlus size={14} stroke={2.2} aria-hidden />
        </button>
      )}
    </div>
  );
});
