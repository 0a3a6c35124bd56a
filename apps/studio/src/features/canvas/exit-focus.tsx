import styles from './exit-row.module.css';
import { useCanvas } from './canvas-provider.tsx';

interface Props {
  readonly node: string;
  readonly exit: string;
}

/** Marks the exit that the keyboard is on. */
export function ExitFocus({ node, exit }: Props) {
  const isFocused = useCanvas(({ focus }) => focus?.node === node && focus.exit === exit);
  return isFocused ? <span className={styles.exitFocus} aria-hidden /> : null;
}
