import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { useEditor } from '../../store/index.ts';
import styles from './problem-badge.module.css';
import { countsInWords } from './describe-node.ts';

/** How many things are to be mended in a node: an icon and a number, red or amber. */
export function ProblemBadge({ id }: { readonly id: string }) {
  const problems = useEditor((state) => state.problemsByNode.get(id));
  const serious = problems?.filter(({ severity }) => severity !== 'info') ?? [];
  if (problems === undefined || serious.length === 0) return null;
  const hasError = serious.some(({ severity }) => severity === 'error');
  const Drawn = hasError ? IconCircleX : IconAlertTriangle;
  return (
    <span className={styles.badge} data-severity={hasError ? 'error' : 'warning'} title={serious[0]?.message}>
      <Drawn size={14} stroke={2} aria-hidden />
      <span aria-hidden>{serious.length}</span>
      <VisuallyHidden>{countsInWords(serious)}</VisuallyHidden>
    </span>
  );
}
