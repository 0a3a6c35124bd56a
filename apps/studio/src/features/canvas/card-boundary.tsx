import { IconAlertCircle } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import type { Node } from '../../store/index.ts';
import styles from './card.module.css';

interface Props {
  readonly record: Node;
  readonly name: string;
  readonly children: ReactNode;
}

interface State {
  readonly hasFailed: boolean;
  readonly record: Node;
}

/** One card that can't be drawn never takes the canvas with it. The node stays in the file as it is. */
export class CardBoundary extends Component<Props, State> {
  override state: State = { hasFailed: false, record: this.props.record };

  /** A changed record is another chance. */
  static getDerivedStateFromProps({ record }: Props, state: State): State | null {
    return state.record === record ? null : { hasFailed: false, record };
  }

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div className={styles.broken} role="group" aria-label={`${this.props.name}, can't be shown`}>
        <IconAlertCircle size={18} aria-hidden />
        <span>{this.props.name} can't be shown. It is kept as it is.</span>
      </div>
    );
  }
}
