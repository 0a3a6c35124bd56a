import { Switch } from '@mantine/core';
import { useId } from 'react';
import { FieldMessage } from './field-frame.tsx';
import type { FieldProps } from './field-props.ts';
import styles from './switch-field.module.css';
import { HelpTip } from './help-tip.tsx';

interface Props extends FieldProps<boolean> {
  /** What holds while nothing is set; the switch then stands so. */
  readonly fallback?: boolean | undefined;
}

/** On or off. A switch that nobody has moved shows the default and says so. */
export function SwitchField(props: Props) {
  const {
    label,
    help,
    technical,
    value,
    fallback = false,
    onChange,
    onCommit,
    error,
    warning,
    disabled,
    at,
  } = props;
  const id = useId();
  const isDefault = value === undefined;
  return (
    <div className={styles.row} data-field={at}>
      <div className={styles.line}>
        <Switch
          id={id}
          size="sm"
          checked={value ?? fallback}
          disabled={disabled ?? false}
          label={label}
          withThumbIndicator={false}
          aria-describedby={help === undefined ? undefined : `${id}-help`}
          onChange={(event) => onChange(event.currentTarget.checked)}
          onBlur={() => onCommit?.()}
        />
        <HelpTip {...{ label, help, technical }} />
        {help !== undefined && (
          <span id={`${id}-help`} hidden>
            {help}
          </span>
        )}
        {!isDefault && props.required !== true && (
          <button
            type="button"
            className={styles.reset}
            disabled={disabled ?? false}
            aria-label={`Use the default for ${label}`}
            onClick={() => onChange(undefined)}
          >
            Use default
          </button>
        )}
      </div>
      <FieldMessage error={error} warning={warning} />
    </div>
  );
}
