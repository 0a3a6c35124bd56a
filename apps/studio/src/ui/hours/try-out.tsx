import { TextInput } from '@mantine/core';
import { type Hours, hoursSchema, instantIn, isoIn, type Json } from '@gatherline/flow';
import { useId, useState } from 'react';
import styles from './hours.module.css';
import { Verdict } from './verdict.tsx';
import { here } from '../zone-select.tsx';

interface Props {
  readonly value: Json;
}

/** A day and a time to try the hours on; it begins with now, where the hours hold. */
export function TryOut({ value }: Props) {
  const id = useId();
  const [typed, setTyped] = useState<Partial<Moment>>({});
  const hours = hoursSchema.safeParse(value).data;
  const { date, time } = { ...nowIn(hours), ...typed };
  const at = hours === undefined ? null : instantIn(hours, `${date}T${time}`);
  return (
    <div role="group" className={styles.tryOut} aria-labelledby={id}>
      <p id={id} className={styles.partTitle}>
        Which way on this date?
      </p>
      <div className={styles.moments}>
        <TextInput
          type="date"
          size="xs"
          aria-label="Date to try"
          value={date}
          onChange={(event) => {
            const next = event.currentTarget.value;
            setTyped((before) => ({ ...before, date: next }));
          }}
        />
        <TextInput
          type="time"
          size="xs"
          aria-label="Time to try"
          value={time}
          onChange={(event) => {
            const next = event.currentTarget.value;
            setTyped((before) => ({ ...before, time: next }));
          }}
        />
      </div>
      <div role="status">
        {hours === undefined && <p className={styles.empty}>Mend the hours above first.</p>}
        {hours !== undefined && at === null && <p className={styles.empty}>Choose a day and a time.</p>}
        {hours !== undefined && at !== null && <Verdict hours={hours} at={at} />}
      </div>
    </div>
  );
}

interface Moment {
  readonly date: string;
  readonly time: string;
}

function nowIn(hours: Hours | undefined): Moment {
  const zone = hours?.time_zone ?? here;
  const local = isoIn({ time_zone: zone }, Date.now());
  return { date: local.slice(0, 10), time: local.slice(11, 16) };
}
