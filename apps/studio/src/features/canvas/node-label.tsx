import type { ReactNode } from 'react';
import { useEditor } from '../../store/index.ts';
import { describeNode } from './describe-node.ts';
import styles from './card.module.css';

/** The element by which the canvas names a node to screen readers. */
export function nodeElementId(id: string): string {
  return `step-${id}`;
}

interface Props {
  readonly id: string;
  readonly children: ReactNode;
}

/** Names the node with its exits and problems; its text changes when a neighbour is renamed, so it is a leaf. */
export function NodeLabel({ id, children }: Props) {
  const label = useEditor((state) => describeNode(state, id));
  return (
    <div
      className={styles.content}
      id={nodeElementId(id)}
      role="group"
      aria-roledescription="step"
      aria-label={label}
    >
      {children}
    </div>
  );
}
