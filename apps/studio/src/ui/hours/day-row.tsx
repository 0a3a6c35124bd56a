import { ActionIcon, Tooltip } from '@mantine/core';
import { isOvernight, type Weekday } from '@gatherline/flow';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useId, useRef } from 'react';
import { FieldMessage } from '../field-frame.tsx';
import { type Times, withFurther } from './hours-draft.ts';
import { issueWithin } from './hours-issues.ts';
import styles from './hours.module.css';
import type { PartProps } from './part-props.ts';
import { TimeInput } from './time-input.tsx';

const names: Readonly<Record<Weekday, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
};

interface Props extends PartProps {
  readonly day: Weekday;
}

/** One weekday: when it opens and closes, as often as it does. */
export function DayRow(props: Props) {
  const { day, draft, disabled, onChange, onCommit } = props;
  const root = useRef<HTMLLIElement>(null);
  const times = draft.week[day];
  const further = withFurther(times);
  const write = (next: readonly Times[]) => onChange({ week: { ...draft.week, [day]: next } });
  const add = () => {
    if (further === undefined) return;
    write(further.times);
    onCommit();
    focusIn(root.current, further.added);
  };
  const remove = (index: number) => {
    write(times.filter((_, at) => at !== index));
    onCommit();
    focusIn(root.current, index - 1);
  };
  return (
    <li ref={root} className={styles.day} data-field={`${props.at}.weekly.${day}`}>
      <span className={styles.dayName} title={names[day]}>
        <span aria-hidden>{names[day].slice(0, 3)}</span>
        <span className={styles.hidden}>{names[day]}</span>
      </span>
      <div className={styles.times}>
        {times.length === 0 && <span className={styles.closed}>Closed</span>}
        {times.map((each, index) => (
          <TimesRow
            key={index}
            {...props}
            times={each}
            index={index}
            onReplace={(next) => write(times.map((old, at) => (at === index ? next : old)))}
            onRemove={() => remove(index)}
          />
        ))}
      </div>
      {further !== undefined && (
        <Tooltip label={times.length === 0 ? `Open on ${names[day]}` : 'Open again after a break'}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={`Add hours to ${names[day]}`}
            data-add
            disabled={disabled}
            onClick={add}
          >
            <IconPlus size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  );
}

interface TimesProps extends Props {
  readonly times: Times;
  readonly index: number;
  readonly onReplace: (times: Times) => void;
  readonly onRemove: () => void;
}

function TimesRow({ day, times, index, issues, at, disabled, onReplace, onRemove, onCommit }: TimesProps) {
  const messageId = useId();
  const [from, to] = times;
  const place = `weekly.${day}.${index}`;
  const error = issueWithin(issues, place);
  const name = index === 0 ? names[day] : `${names[day]}, ${index + 1}`;
  const shared = { disabled, onCommit, describedBy: error === undefined ? undefined : messageId };
  return (
    <div>
      <div className={styles.between}>
        <TimeInput
          {...shared}
          label={`${name} opens`}
          at={`${at}.${place}.0`}
          value={from}
          error={issues.has(`${place}.0`)}
          onChange={(next) => onReplace([next, to])}
        />
        <span aria-hidden>–</span>
        <TimeInput
          {...shared}
          label={`${name} closes`}
          at={`${at}.${place}.1`}
          // Clocks on screens know no 24:00.
          value={to === '24:00' ? '00:00' : to}
          error={issues.has(`${place}.1`)}
          onChange={(next) => onReplace([from, next === '00:00' ? '24:00' : next])}
        />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={`Remove hours ${index + 1} of ${names[day]}`}
          disabled={disabled}
          onClick={onRemove}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      </div>
      {noteOn(times) !== undefined && <p className={styles.note}>{noteOn(times)}</p>}
      <FieldMessage id={messageId} error={error} />
    </div>
  );
}

function noteOn(times: Times): string | undefined {
  const [from, to] = times;
  if (from === '00:00' && to === '24:00') return 'All day and all night.';
  if (to === '24:00') return 'Until midnight.';
  return from !== '' && to !== '' && isOvernight([from, to])
    ? 'Past midnight, into the next day.'
    : undefined;
}

/** Keeps the keyboard in the day: on the opening of that number, else on its button. */
function focusIn(row: HTMLElement | null, index: number) {
  requestAnimationFrame(() => {
    const fields = row?.querySelectorAll<HTMLElement>('input') ?? [];
    (fields[index * 2] ?? fields[0] ?? row?.querySelector<HTMLElement>('[data-add]'))?.focus();
  });
}
