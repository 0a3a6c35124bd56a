import type { ReactNode } from 'react';
import { FieldMessage } from './field-frame.tsx';
import type { FieldWords } from './field-props.ts';
import { HelpTip } from './help-tip.tsx';
import styles from './object-field.module.css';

interface Props extends FieldWords {
  readonly children: ReactNode;
}

/** Fields that belong together under one name. */
export function ObjectField({ label, help, technical, error, warning, labelHidden, at, children }: Props) {
  return (
    <fieldset className={labelHidden === true ? styles.bare : styles.object} data-field={at}>
      <legend className={labelHidden === true ? styles.hidden : styles.legend}>
        {label}
        {(help ?? technical) !== undefined && <HelpTip {...{ label, help, technical }} />}
      </legend>
      <div className={styles.fields}>{children}</div>
      <FieldMessage error={error} warning={warning} />
    </fieldset>
  );
}
