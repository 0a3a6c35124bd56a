import { useEditor } from '../../store/index.ts';
import { useCanvas } from './canvas-provider.tsx';
import styles from './marks.module.css';

/** Rings the node whose settings are open, and flashes one that somebody asked to see. */
export function EditedRing({ id }: { readonly id: string }) {
  const isEdited = useEditor((state) => state.inspected === id);
  const isFlashing = useCanvas((state) => state.flash === id);
  if (!isEdited && !isFlashing) return null;
  return <span className={styles.edited} data-flash={isFlashing} aria-hidden />;
}
