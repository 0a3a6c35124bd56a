import { IconAlertTriangle, IconCircleCheck, IconExclamationCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface Props {
  readonly tone: 'danger' | 'caution' | 'good';
  readonly title?: string;
  readonly children?: ReactNode;
  /** `alert` is read out at once, `status` when there is a pause. */
  readonly role?: 'alert' | 'status';
}

const icons = { danger: IconExclamationCircle, caution: IconAlertTriangle, good: IconCircleCheck };

/** A message in a box, told apart by icon and colour. */
export function Notice({ tone, title, children, role }: Props) {
  const Drawn = icons[tone];
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      <Drawn size={18} aria-hidden className={styles.icon} />
      <div className={styles.words}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children}
      </div>
    </div>
  );
}
