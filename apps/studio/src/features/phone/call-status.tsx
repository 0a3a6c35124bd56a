import { useEffect, useState } from 'react';
import type { PhoneState } from './phone-line.ts';
import { usePhone } from './phone-provider.tsx';
import styles from './phone.module.css';

const whole = (state: PhoneState) => state;

/** Where the call stands, with the seconds since it was answered. */
export function CallStatus() {
  const { status, connectedAt, endedAt, cause, connection } = usePhone(whole);
  const seconds = useSeconds(connectedAt, endedAt);
  const isBroken = connection === 'reconnecting' && (status === 'ringing' || status === 'connected');
  return (
    <div className={styles.status} data-status={status}>
      <span className={styles.lamp} aria-hidden />
      <span role="status">
        {statusWords[status]}
        {status === 'ended' && cause !== null && `: ${cause}`}
        {isBroken && ' (reconnecting…)'}
      </span>
      {seconds !== null && <span className={styles.timer}>{clock(seconds)}</span>}
    </div>
  );
}

const statusWords: Readonly<Record<PhoneState['status'], string>> = {
  idle: 'Ready to call',
  saving: 'Saving your changes…',
  ringing: 'Ringing…',
  connected: 'Connected',
  ended: 'Call ended',
};

function useSeconds(from: number | null, until: number | null): number | null {
  const [now, setNow] = useState(0);
  const isRunning = from !== null && until === null;
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  if (from === null) return null;
  return Math.max(0, Math.floor(((until ?? now) - from) / 1000));
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
