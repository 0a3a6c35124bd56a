import type { ReactNode } from 'react';
import { type Choice, ChoiceField } from './choice-field.tsx';
import { type FieldProps, wordsOf } from './field-props.ts';
import styles from './variant-field.module.css';

interface Props<Value> extends FieldProps<Value> {
  readonly options: readonly Choice<Value>[];
  readonly placeholder?: string | undefined;
  /** The fields of the chosen kind. */
  readonly children?: ReactNode;
}

/** A choice of kind, and below it the fields of that kind. */
export function VariantField<Value extends string | number | boolean | null>(props: Props<Value>) {
  const { value, options, onChange, onCommit, placeholder, children } = props;
  return (
    <div className={styles.variant}>
      <ChoiceField {...wordsOf(props)} {...{ value, options, onChange, onCommit, placeholder }} />
      {value !== undefined && children !== undefined && <div className={styles.fields}>{children}</div>}
    </div>
  );
}
