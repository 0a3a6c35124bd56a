import { type Hours, type HoursState, inWords, stateAt, stateTitles } from '@gatherline/flow';
import { IconBeach, IconCoffee, IconDoor, IconLock, type TablerIcon } from '@tabler/icons-react';
import styles from './hours.module.css';

interface Props {
  readonly hours: Hours;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

const icons: Readonly<Record<HoursState, TablerIcon>> = {
  open: IconDoor,
  break: IconCoffee,
  closed: IconLock,
  holiday: IconBeach,
};

/** The exit that a call at that instant would take, why, and when the line opens next. */
export function Verdict({ hours, at }: Props) {
  const { state, reason, until, opensAt } = stateAt(hours, at);
  const Icon = icons[state];
  return (
    <div className={styles.verdict} data-state={state}>
      <p className={styles.way}>
        <Icon size={17} aria-hidden />
        {stateTitles[state]}
        {reason !== undefined && <span className={styles.reason}>{reason}</span>}
      </p>
      <dl className={styles.facts}>
        {until !== null && until !== opensAt && (
          <>
            <dt>Until</dt>
            <dd>{dateOf(hours, until)}</dd>
          </>
        )}
        <dt>Opens next</dt>
        <dd>{opensAt === null ? 'Not within 400 days' : dateOf(hours, opensAt)}</dd>
        {opensAt !== null && state !== 'open' && (
          <>
            <dt>In words</dt>
            <dd>“{inWords(hours, at, opensAt, english)}”</dd>
          </>
        )}
      </dl>
      {(state === 'break' || state === 'holiday') && (
        <p className={styles.note}>
          The call goes the way of “{stateTitles.closed}” where this exit has no line.
        </p>
      )}
    </div>
  );
}

const english = navigator.language.startsWith('en') ? navigator.language : 'en-US';

function dateOf({ time_zone }: Hours, ms: number): string {
  const format = new Intl.DateTimeFormat(english, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone: time_zone,
  });
  return format.format(ms);
}
