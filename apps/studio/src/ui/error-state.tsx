import { Button } from '@mantine/core';
import { IconAlertCircle, IconRefresh } from '@tabler/icons-react';
import styles from './state-message.module.css';

interface Props {
  readonly title: string;
  readonly children: string;
  readonly onRetry?: (() => void) | undefined;
}

/** Something could not be had: says what and why, and offers to try again. */
export function ErrorState({ title, children, onRetry }: Props) {
  return (
    <div className={styles.state} role="alert">
      <div className={styles.icon}>
        <IconAlertCircle size={24} stroke={1.6} color="var(--mantine-color-error)" aria-hidden />
      </div>
      <p className={styles.title}>{title}</p>
      <p className={styles.text}>{children}</p>
      {onRetry !== undefined && (
        <div className={styles.actions}>
          <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={onRetry}>
            Try again
          </Button>
        </div>
      )}
    </div>
  );
}
