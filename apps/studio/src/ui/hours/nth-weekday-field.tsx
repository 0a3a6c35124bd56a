import { NativeSelect, NumberInput } from '@mantine/core';
import { weekdays } from '@gatherline/flow';
import type { HolidayDraft } from './hours-draft.ts';
import styles from './hours.module.css';

type NthWeekday = HolidayDraft['nth'];

interface Props {
  readonly value: NthWeekday;
  /** The holiday's place in the list, from 1. */
  readonly number: number;
  readonly disabled: boolean;
  readonly onChange: (value: NthWeekday) => void;
}

const places: readonly { readonly nth: NthWeekday['nth']; readonly label: string }[] = [
  { nth: 1, label: 'First' },
  { nth: 2, label: 'Second' },
  { nth: 3, label: 'Third' },
  { nth: 4, label: 'Fourth' },
  { nth: 5, label: 'Fifth' },
  { nth: 'last', label: 'Last' },
];
const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Such as the fourth Thursday of November, or the day after it. */
export function NthWeekdayField({ value, number, disabled, onChange }: Props) {
  const { plus_days: days = 0, ...day } = value;
  return (
    <div className={styles.holiday}>
      <NativeSelect
        size="xs"
        aria-label={`Which one of the month holiday ${number} is`}
        data={places.map(({ nth, label }) => ({ value: String(nth), label }))}
        value={String(value.nth)}
        disabled={disabled}
        onChange={(event) => {
          const chosen = places.find(({ nth }) => String(nth) === event.currentTarget.value);
          if (chosen !== undefined) onChange({ ...value, nth: chosen.nth });
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={`Weekday of holiday ${number}`}
        data={weekdays.map((weekday, index) => ({ value: weekday, label: dayNames[index] ?? weekday }))}
        value={value.weekday}
        disabled={disabled}
        onChange={(event) => {
          const weekday = weekdays.find((each) => each === event.currentTarget.value);
          if (weekday !== undefined) onChange({ ...value, weekday });
        }}
      />
      <NativeSelect
        size="xs"
        aria-label={`Month of holiday ${number}`}
        data={monthNames.map((label, index) => ({ value: String(index + 1), label }))}
        value={String(value.month)}
        disabled={disabled}
        onChange={(event) => onChange({ ...value, month: Number(event.currentTarget.value) })}
      />
      <NumberInput
        size="xs"
        aria-label={`Days after that weekday for holiday ${number}`}
        min={-30}
        max={30}
        allowDecimal={false}
        suffix=" days later"
        value={days}
        disabled={disabled}
        onChange={(later) => onChange(Number(later) === 0 ? day : { ...day, plus_days: Number(later) })}
      />
    </div>
  );
}
