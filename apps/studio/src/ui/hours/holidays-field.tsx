import { Checkbox, TextInput } from '@mantine/core';
import { DayList } from './day-list.tsx';
import { issueWithin } from './hours-issues.ts';
import styles from './hours.module.css';
import type { PartProps } from './part-props.ts';

/** Days on which the line is closed all day, whatever the week says. */
export function HolidaysField({ draft, issues, at, disabled, onChange, onCommit }: PartProps) {
  return (
    <DayList
      title="Holidays"
      itemName="holiday"
      emptyText="None yet. A holiday closes the whole day."
      items={draft.holidays}
      at={`${at}.holidays`}
      disabled={disabled}
      newItem={() => ({ date: '', name: '', everyYear: false })}
      messageOf={(index) => issueWithin(issues, `holidays.${index}`)}
      onChange={(holidays) => onChange({ holidays })}
      onCommit={onCommit}
      render={(holiday, index, replace) => (
        <>
          <div className={styles.holiday}>
            <TextInput
              type="date"
              size="xs"
              aria-label={`Day of holiday ${index + 1}`}
              value={holiday.date}
              error={issues.has(`holidays.${index}.date`)}
              disabled={disabled}
              onChange={(event) => replace({ ...holiday, date: event.currentTarget.value })}
              onBlur={onCommit}
            />
            <TextInput
              size="xs"
              aria-label={`Name of holiday ${index + 1}`}
              placeholder="Name"
              maxLength={80}
              value={holiday.name}
              disabled={disabled}
              onChange={(event) => replace({ ...holiday, name: event.currentTarget.value })}
              onBlur={onCommit}
            />
          </div>
          <Checkbox
            size="xs"
            label="Every year"
            aria-label={`Holiday ${index + 1} comes every year`}
            checked={holiday.everyYear}
            disabled={disabled}
            onChange={(event) => {
              replace({ ...holiday, everyYear: event.currentTarget.checked });
              onCommit();
            }}
          />
        </>
      )}
    />
  );
}
