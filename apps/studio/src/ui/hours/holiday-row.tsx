import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { HolidayDraft, HolidayKind } from './hours-draft.ts';
import styles from './hours.module.css';
import { NthWeekdayField } from './nth-weekday-field.tsx';

interface Props {
  readonly holiday: HolidayDraft;
  /** Its place in the list, from 1. */
  readonly number: number;
  readonly isWrong: boolean;
  readonly disabled: boolean;
  readonly onChange: (holiday: HolidayDraft) => void;
  readonly onCommit: () => void;
}

const kinds: readonly { readonly value: HolidayKind; readonly label: string }[] = [
  { value: 'date', label: 'On a date' },
  { value: 'nth_weekday', label: 'On a weekday of a month' },
  { value: 'easter', label: 'Around Easter' },
];

/** One holiday: which day it is, and its name. */
export function HolidayRow(props: Props) {
  const { holiday, number, disabled, onChange, onCommit } = props;
  return (
    <>
      {holiday.kind === 'date' && <DateField {...props} />}
      {holiday.kind === 'nth_weekday' && (
        <NthWeekdayField
          value={holiday.nth}
          number={number}
          disabled={disabled}
          onChange={(nth) => {
            onChange({ ...holiday, nth });
            onCommit();
          }}
        />
      )}
      {holiday.kind === 'easter' && <EasterField {...props} />}
      <div className={styles.holiday}>
        <NativeSelect
          size="xs"
          aria-label={`Kind of holiday ${number}`}
          data={[...kinds]}
          value={holiday.kind}
          disabled={disabled}
          onChange={(event) => {
            const kind = kinds.find(({ value }) => value === event.currentTarget.value)?.value ?? 'date';
            onChange({ ...holiday, kind });
            onCommit();
          }}
        />
        <TextInput
          size="xs"
          aria-label={`Name of holiday ${number}`}
          placeholder="Name"
          maxLength={80}
          value={holiday.name}
          disabled={disabled}
          onChange={(event) => onChange({ ...holiday, name: event.currentTarget.value })}
          onBlur={onCommit}
        />
      </div>
    </>
  );
}

function DateField({ holiday, number, isWrong, disabled, onChange, onCommit }: Props) {
  return (
    <div className={styles.holiday}>
      <TextInput
        type="date"
        size="xs"
        aria-label={`Day of holiday ${number}`}
        value={holiday.date}
        error={isWrong}
        disabled={disabled}
        onChange={(event) => onChange({ ...holiday, date: event.currentTarget.value })}
        onBlur={onCommit}
      />
      <Checkbox
        size="xs"
        label="Every year"
        aria-label={`Holiday ${number} comes every year`}
        checked={holiday.everyYear}
        disabled={disabled}
        onChange={(event) => {
          onChange({ ...holiday, everyYear: event.currentTarget.checked });
          onCommit();
        }}
      />
    </div>
  );
}

function EasterField({ holiday, number, disabled, onChange, onCommit }: Props) {
  return (
    <NumberInput
      size="xs"
      label="Days after Easter Sunday"
      description="-2 is Good Friday, 1 Easter Monday, 39 Ascension Day, 50 Whit Monday."
      aria-label={`Days after Easter Sunday of holiday ${number}`}
      min={-80}
      max={80}
      allowDecimal={false}
      value={holiday.easter}
      disabled={disabled}
      onChange={(easter) => onChange({ ...holiday, easter: Number(easter) })}
      onBlur={onCommit}
    />
  );
}
