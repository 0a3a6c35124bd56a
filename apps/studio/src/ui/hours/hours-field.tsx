import { Button } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { type Json, usualHours } from '@gatherline/flow';
import { FieldMessage } from '../field-frame.tsx';
import type { FieldProps } from '../field-props.ts';
import { HelpTip } from '../help-tip.tsx';
import { ClosuresField } from './closures-field.tsx';
import { HolidaysField } from './holidays-field.tsx';
import { type HoursDraft, readHours, writeHours } from './hours-draft.ts';
import { issuesOf } from './hours-issues.ts';
import styles from './hours.module.css';
import type { PartProps } from './part-props.ts';
import { TryOut } from './try-out.tsx';
import { WeekField } from './week-field.tsx';
import { here } from '../zone-select.tsx';
import { ZoneField } from './zone-field.tsx';

/** Opening hours, as `hoursSchema` of the flow package describes them, with what is wrong beside each time. */
export function HoursField(props: FieldProps<Json>) {
  const { label, help, technical, value, disabled = false, at = 'hours', onChange, onCommit } = props;
  return (
    <fieldset className={styles.hours} data-field={at}>
      <legend className={props.labelHidden === true ? styles.hidden : styles.title}>
        {label}
        {(help ?? technical) !== undefined && <HelpTip {...{ label, help, technical }} />}
      </legend>
      <FieldMessage error={props.error} warning={props.warning} />
      {value === undefined ? (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconClock size={14} aria-hidden />}
          disabled={disabled}
          onClick={() => {
            onChange({ ...usualHours, time_zone: here });
            onCommit?.();
          }}
        >
          Set opening hours
        </Button>
      ) : (
        <HoursForm {...props} value={value} disabled={disabled} at={at} />
      )}
    </fieldset>
  );
}

interface FormProps extends FieldProps<Json> {
  readonly value: Json;
  readonly disabled: boolean;
  readonly at: string;
}

function HoursForm({ value, disabled, at, required, onChange, onCommit }: FormProps) {
  const draft = readHours(value);
  const commit = () => onCommit?.();
  const part: PartProps = {
    draft,
    issues: issuesOf(value),
    at,
    disabled,
    onChange: (change: Partial<HoursDraft>) => onChange(writeHours({ ...draft, ...change })),
    onCommit: commit,
  };
  return (
    <div className={styles.parts}>
      <ZoneField {...part} />
      <WeekField {...part} />
      <HolidaysField {...part} />
      <ClosuresField {...part} />
      <FieldMessage error={part.issues.get('')} />
      <TryOut value={value} />
      {required !== true && (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          className={styles.copy ?? ''}
          disabled={disabled}
          onClick={() => {
            onChange(undefined);
            commit();
          }}
        >
          Remove these hours
        </Button>
      )}
    </div>
  );
}
