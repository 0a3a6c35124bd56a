import { TextInput } from '@mantine/core';
import styles from './hours.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly at: string;
  readonly error: boolean;
  readonly describedBy?: string | undefined;
  readonly disabled: boolean;
  readonly onChange: (time: string) => void;
  readonly onCommit: () => void;
}

/** A time of day as the person's own system writes it; the value is always `HH:MM`. */
export function TimeInput({ label, value, at, error, describedBy, disabled, onChange, onCommit }: Props) {
  return (
    <div data-field={at} className={styles.time}>
      <TextInput
        type="time"
        size="xs"
        aria-label={label}
        aria-describedby={describedBy}
        value={value}
        error={error}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onCommit}
      />
    </div>
  );
}
