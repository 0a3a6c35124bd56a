import { VisuallyHidden } from '@mantine/core';
import { useOverlay } from '../../store/index.ts';
import styles from './marks.module.css';

/** What the overlay tells of a step, such as where the running call is and where it has been. */
export function OverlayMark({ id }: { readonly id: string }) {
  const mark = useOverlay(({ shown }) => shown?.nodes.get(id));
  if (mark === undefined) return null;
  return (
    <>
      <span className={styles.mark} data-mark={mark.look} />
      {mark.look === 'here' && <span className={styles.beat} />}
      <VisuallyHidden>{mark.words}</VisuallyHidden>
    </>
  );
}
