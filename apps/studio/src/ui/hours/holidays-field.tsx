import { DayList } from './day-list.tsx';
import { HolidayRow } from './holiday-row.tsx';
import { newHoliday } from './hours-draft.ts';
import { issueWithin } from './hours-issues.ts';
import type { PartProps } from './part-props.ts';

/** Days on which the line is closed all day, whatever the week says. */
export function HolidaysField({ draft, issues, at, disabled, onChange, onCommit }: PartProps) {
  return (
    <DayList
      title="Holidays"
      itemName="holiday"
      emptyText="None yet. A holiday closes the whole day; a night belongs to the day on which it begins."
      items={draft.holidays}
      at={`${at}.holidays`}
      disabled={disabled}
      newItem={() => newHoliday}
      messageOf={(index) => issueWithin(issues, `holidays.${index}`)}
      onChange={(holidays) => onChange({ holidays })}
      onCommit={onCommit}
      render={(holiday, index, replace) => (
        <HolidayRow
          holiday={holiday}
          number={index + 1}
          isWrong={issues.has(`holidays.${index}.date`)}
          disabled={disabled}
          onChange={replace}
          onCommit={onCommit}
        />
      )}
    />
  );
}
