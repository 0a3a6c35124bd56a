import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './state-message.module.css';

interface Props {
  readonly icon: Icon;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** Nothing is here yet: says so, and what to do. */
export function EmptyState({ icon: IconOf, title, children, actions }: Props) {
  return (
    <div className={styles.state}>
      <div className={styles.icon}>
        <IconOf size={24} stroke={1.6} aria-hidden />
      </div>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <p className={styles.text}>{children}</p>}
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
