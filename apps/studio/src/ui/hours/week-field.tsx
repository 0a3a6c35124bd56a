import { Button } from '@mantine/core';
import { weekdays } from '@gatherline/flow';
import { IconCopy } from '@tabler/icons-react';
import { FieldMessage } from '../field-frame.tsx';
import { DayRow } from './day-row.tsx';
import { likeMonday } from './hours-draft.ts';
import styles from './hours.module.css';
import type { PartProps } from './part-props.ts';

/** The seven days, one below the other. */
export function WeekField(props: PartProps) {
  const { draft, issues, at, disabled, onChange, onCommit } = props;
  return (
    <div className={styles.part} data-field={`${at}.weekly`}>
      <ul className={styles.week} aria-label="Hours of each weekday">
        {weekdays.map((day) => (
          <DayRow key={day} {...props} day={day} />
        ))}
      </ul>
      <FieldMessage error={issues.get('weekly')} />
      <Button
        variant="subtle"
        size="compact-xs"
        className={styles.copy ?? ''}
        leftSection={<IconCopy size={13} aria-hidden />}
        disabled={disabled}
        onClick={() => {
          onChange({ week: likeMonday(draft.week) });
          onCommit();
        }}
      >
        Copy Monday to Tuesday–Friday
      </Button>
    </div>
  );
}
