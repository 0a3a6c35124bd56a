import { IconBell } from '@tabler/icons-react';
import styles from './card.module.css';

/** Where other cards have the port that wires arrive at: this one begins by itself, when something happens. */
export function EventMark({ isCompact = false }: { readonly isCompact?: boolean }) {
  return (
    <span className={styles.event} data-compact-mark={isCompact || undefined} aria-hidden>
      <IconBell size={isCompact ? 30 : 13} stroke={1.9} />
    </span>
  );
}
