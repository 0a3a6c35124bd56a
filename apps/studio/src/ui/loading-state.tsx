import { Loader } from '@mantine/core';
import styles from './state-message.module.css';

/** Something is on its way; says what. */
export function LoadingState({ children }: { readonly children: string }) {
  return (
    <div className={styles.state} role="status">
      <Loader size="sm" aria-hidden />
      <p className={styles.text}>{children}</p>
    </div>
  );
}
