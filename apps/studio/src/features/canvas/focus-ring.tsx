import { useCanvas } from './canvas-provider.tsx';
import styles from './marks.module.css';

/** Rings the node that the keyboard is on; seen only while the canvas has the keyboard. */
export function FocusRing({ id }: { readonly id: string }) {
  const isFocused = useCanvas(({ focus }) => focus?.node === id);
  return isFocused ? <span className={styles.focused} aria-hidden /> : null;
}
