import type { ReactNode } from 'react';
import { NamedIcon } from '../../ui/index.ts';
import type { Choice } from './choices.ts';
import styles from './picker.module.css';

interface GroupProps {
  readonly title: string | null;
  readonly children: ReactNode;
}

export function PickerGroup({ title, children }: GroupProps) {
  if (title === null) return children;
  return (
    <div role="group" aria-label={title}>
      <p className={styles.title} aria-hidden>
        {title}
      </p>
      {children}
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly choice: Choice;
  readonly isActive: boolean;
  readonly onChoose: (id: string) => void;
}

export function PickerOption({ id, choice, isActive, onChoose }: OptionProps) {
  return (
    <button
      id={id}
      type="button"
      tabIndex={-1}
      className={styles.option}
      role="option"
      aria-selected={isActive}
      data-category={choice.category}
      onClick={() => onChoose(choice.id)}
    >
      <span className={styles.icon}>
        <NamedIcon name={choice.icon} size={17} />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{choice.title}</span> <span className={styles.text}>{choice.text}</span>
      </span>
    </button>
  );
}
