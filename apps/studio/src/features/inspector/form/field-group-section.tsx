import { Collapse, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconExclamationCircle } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import styles from '../inspector.module.css';

interface Props {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** How many things in it are set. */
  readonly setCount?: number;
  readonly hasError?: boolean;
  readonly children: ReactNode;
}

/** A heading that opens; a dot tells that something behind it is set. */
export function FieldGroupSection({
  title,
  isOpen,
  onToggle,
  setCount = 0,
  hasError = false,
  children,
}: Props) {
  const id = useId();
  return (
    <section className={styles.group}>
      <h3 className={styles.groupTitle}>
        <UnstyledButton
          className={styles.groupButton}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
        >
          <IconChevronRight size={15} aria-hidden className={isOpen ? styles.chevronOpen : styles.chevron} />
          {title}
          {setCount > 0 && <span className={styles.dot} title={`${setCount} set`} aria-hidden />}
          {setCount > 0 && <span className={styles.hidden}>, {setCount} set</span>}
          {hasError && (
            <IconExclamationCircle size={15} className={styles.groupError} aria-label="has an error" />
          )}
        </UnstyledButton>
      </h3>
      <Collapse expanded={isOpen} keepMounted={false} transitionDuration={120}>
        <div id={id} className={styles.groupFields}>
          {children}
        </div>
      </Collapse>
    </section>
  );
}
