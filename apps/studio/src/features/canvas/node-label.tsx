import type { ReactNode } from 'react';
import { type NodeView, useEditor } from '../../store/index.ts';
import { useCanvasApi } from './canvas-provider.tsx';
import type { Canvas } from './canvas-state.ts';
import { describeNode } from './describe-node.ts';
import styles from './card.module.css';

/** The element by which the canvas names a node to screen readers. */
export function nodeElementId({ name }: Pick<Canvas, 'name'>, id: string): string {
  return `${name}step-${id}`;
}

/** What the canvas calls a node to screen readers; a start is a step like others. */
export const roleNames: Readonly<Record<NodeView['role'], string>> = {
  entry: 'step',
  listener: 'event',
  step: 'step',
};

interface Props {
  readonly id: string;
  readonly role: NodeView['role'];
  readonly children: ReactNode;
}

/** Names the node with its exits and problems; its text changes when a neighbour is renamed, so it is a leaf. */
export function NodeLabel({ id, role, children }: Props) {
  const canvas = useCanvasApi();
  const label = useEditor((state) => describeNode(state, id));
  return (
    <div
      className={styles.content}
      id={nodeElementId(canvas, id)}
      role="group"
      aria-roledescription={roleNames[role]}
      aria-label={label}
    >
      {children}
    </div>
  );
}
