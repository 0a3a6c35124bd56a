import type { KeyboardEvent, PointerEvent } from 'react';
import styles from './side-panel.module.css';

const STEP = 20;

interface Props {
  readonly label: string;
  readonly width: number;
  readonly onResize: (width: number) => void;
}

/** The left border of a panel on the right: drag it, or use the arrow keys. */
export function ResizeHandle({ label, width, onResize }: Props) {
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 1) onResize(window.innerWidth - event.clientX);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') onResize(width + STEP);
    else if (event.key === 'ArrowRight') onResize(width - STEP);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className={styles.resize}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={300}
      aria-valuemax={640}
      tabIndex={0}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}
