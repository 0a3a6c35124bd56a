import { type ConnectionLineComponentProps, Side } from './react-flow.ts';
import styles from './wire.module.css';
import { wirePath } from './wire-path.ts';

/** The wire while it is being drawn. */
export function DrawnWire({ fromX, fromY, toX, toY, fromPosition }: ConnectionLineComponentProps) {
  const isBackwards = fromPosition === Side.Left;
  const [sourceX, sourceY, targetX, targetY] = isBackwards
    ? [toX, toY, fromX, fromY]
    : [fromX, fromY, toX, toY];
  const { path } = wirePath({
    sourceX,
    sourceY,
    targetX,
    targetY,
    sourceClearance: 20,
    targetClearance: 20,
    lane: 0,
  });
  return <path className={styles.drawn} d={path} />;
}
