import { VisuallyHidden } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { FieldMessage } from './field-frame.tsx';
import type { FieldWords } from './field-props.ts';
import styles from './field-frame.module.css';
import { HelpTip } from './help-tip.tsx';

interface Props extends FieldWords {
  /** At the end of the label's line: a button. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** Label, help and message around several inputs that make one value. */
export function GroupFrame({ children, aside, ...words }: Props) {
  const id = useId();
  const { label, help, example, technical, required, error, warning, at } = words;
  return (
    <div className={styles.frame} data-field={at} role="group" aria-labelledby={id}>
      <div className={styles.line}>
        <span id={id} className={styles.label}>
          {label}
          {required === true && (
            <>
              <span aria-hidden className={styles.asterisk}>
                *
              </span>
              <VisuallyHidden> (required)</VisuallyHidden>
            </>
          )}
        </span>
        {(help ?? technical) !== undefined && (
          <HelpTip label={label} help={help} example={example} technical={technical} />
        )}
        <div className={styles.aside}>{aside}</div>
      </div>
      {children}
      <FieldMessage error={error} warning={warning} />
    </div>
  );
}
