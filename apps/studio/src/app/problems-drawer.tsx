import { UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconChevronDown,
  IconChevronUp,
  IconCircleCheck,
  IconCircleX,
} from '@tabler/icons-react';
import { useState } from 'react';
import { ProblemsPanel } from '../features/problems/index.ts';
import { useEditor } from '../store/index.ts';
import styles from './problems-drawer.module.css';

/** A line that says how many problems there are, and opens to show them. */
export function ProblemsDrawer() {
  const [isOpen, setOpen] = useState(false);
  const errors = useEditor(({ problems }) => problems.filter(({ severity }) => severity === 'error').length);
  const count = useEditor(({ problems }) => problems.length);
  const Drawn = errors > 0 ? IconCircleX : count > 0 ? IconAlertTriangle : IconCircleCheck;
  const Chevron = isOpen ? IconChevronDown : IconChevronUp;
  return (
    <div className={styles.drawer} data-region="problems" tabIndex={-1}>
      <UnstyledButton className={styles.drawerBar} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Drawn size={16} aria-hidden data-severity={errors > 0 ? 'error' : count > 0 ? 'warning' : 'none'} />
        {count === 0 ? 'No problems' : count === 1 ? '1 problem' : `${count} problems`}
        <Chevron size={16} aria-hidden />
      </UnstyledButton>
      {isOpen && (
        <div className={styles.drawerBody}>
          <ProblemsPanel />
        </div>
      )}
    </div>
  );
}
