import { VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconExclamationCircle } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import type { FieldWords } from './field-props.ts';
import styles from './field-frame.module.css';
import { HelpTip } from './help-tip.tsx';

/** What an input needs to be named and described by its frame. */
export interface InputNames {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface Props extends FieldWords {
  /** At the end of the label's line: a counter, a button. */
  readonly aside?: ReactNode;
  readonly children: (names: InputNames) => ReactNode;
}

/** Label, help and message around one input. */
export function FieldFrame({ children, aside, ...words }: Props) {
  const id = useId();
  const { label, help, example, technical, required, error, warning, labelHidden, at } = words;
  const hasHelp = help !== undefined || technical !== undefined;
  const message = error ?? warning;
  const described = [help !== undefined && `${id}-help`, message !== undefined && `${id}-message`].filter(
    Boolean,
  );
  const names: InputNames = {
    id,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-invalid': error === undefined ? undefined : true,
  };
  const text = (
    <label htmlFor={id} className={styles.label}>
      {label}
      {required === true && <Required />}
    </label>
  );
  return (
    <div className={styles.frame} data-field={at}>
      {labelHidden === true ? (
        <VisuallyHidden>{text}</VisuallyHidden>
      ) : (
        <div className={styles.line}>
          {text}
          {hasHelp && <HelpTip label={label} help={help} example={example} technical={technical} />}
          <div className={styles.aside}>{aside}</div>
        </div>
      )}
      {children(names)}
      {help !== undefined && (
        <span id={`${id}-help`} hidden>
          {help}
        </span>
      )}
      <FieldMessage id={`${id}-message`} error={error} warning={warning} />
    </div>
  );
}

function Required() {
  return (
    <>
      <span aria-hidden className={styles.asterisk}>
        *
      </span>
      <VisuallyHidden> (required)</VisuallyHidden>
    </>
  );
}

interface MessageProps {
  readonly id?: string | undefined;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
}

/** What is wrong with a field, with an icon, so that it does not hang on colour. */
export function FieldMessage({ id, error, warning }: MessageProps) {
  if (error === undefined && warning === undefined) return null;
  const Icon = error === undefined ? IconAlertTriangle : IconExclamationCircle;
  return (
    <div id={id} className={error === undefined ? styles.warning : styles.error} data-message>
      <Icon size={14} aria-hidden className={styles.messageIcon} />
      <span>{error ?? warning}</span>
    </div>
  );
}
