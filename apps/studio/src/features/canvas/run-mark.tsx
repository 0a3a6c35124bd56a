import { VisuallyHidden } from '@mantine/core';
import { useEditor } from '../../store/index.ts';
import styles from './marks.module.css';

/** Shows where the running call is, and where it has been. */
export function RunMark({ id }: { readonly id: string }) {
  const mark = useEditor(({ run }) => {
    if (run === null) return null;
    if (run.node === id) return 'active';
    return run.visited.has(id) ? 'visited' : null;
  });
  if (mark === null) return null;
  return (
    <>
      <span className={styles.run} data-mark={mark} />
      {mark === 'active' && <span className={styles.beat} />}
      <VisuallyHidden>{mark === 'active' ? 'The call is here' : 'The call was here'}</VisuallyHidden>
    </>
  );
}
