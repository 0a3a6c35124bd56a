import { IconLock } from '@tabler/icons-react';
import { useEditor } from '../../store/index.ts';
import styles from './canvas.module.css';

/** Says why nothing can be changed here. */
export function ReadOnlyBanner() {
  const readOnly = useEditor((state) => state.readOnly);
  if (!readOnly) return null;
  return (
    <div className={styles.banner} role="note">
      <IconLock size={16} aria-hidden />
      This flow comes from a file and is read-only here. Change it where the file is kept.
    </div>
  );
}
