import { IconBell } from '@tabler/icons-react';
import styles from './card.module.css';

/** Where other cards have the port that wires arrive at: this one begins by itself, when something happens. */
export function EventMark({ isFar = false }: { readonly isFar?: boolean }) {
  return (
    <span className={styles.event} data-far-mark={isFar || undefined} aria-hidden>
      <IconBell size={isFar ? 30 : 13} stroke={1.9} />
    </span>
  );
}
