import { IconMessage, IconMusic, IconSparkles } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { PhoneState } from './phone-line.ts';
import { usePhone } from './phone-provider.tsx';
import styles from './phone.module.css';
import { type Line, transcriptOf } from './transcript.ts';
import { useStickToEnd } from './use-stick-to-end.ts';

const happeningsOf = (state: PhoneState) => state.happenings;

/** A box that scrolls must be within reach of the keyboard. */
const scrollable = { tabIndex: 0 };

/** What was heard and said, as speech bubbles. */
export function Transcript() {
  const happenings = usePhone(happeningsOf);
  const lines = useMemo(() => transcriptOf(happenings), [happenings]);
  const box = useStickToEnd();
  return (
    <div ref={box} className={styles.transcript} role="log" aria-label="Conversation" {...scrollable}>
      {lines.length === 0 && (
        <p className={styles.quiet}>
          Call to hear your flow as a caller does. It rings the draft as it is now.
        </p>
      )}
      {lines.map((line) => (
        <Bubble key={line.key} line={line} />
      ))}
    </div>
  );
}

function Bubble({ line }: { readonly line: Line }) {
  if (line.kind === 'message') {
    return (
      <p className={styles.theirs} data-kind="message">
        <span className={styles.textTo}>
          <IconMessage size={13} aria-hidden /> Text message to {line.to}
        </span>
        <span>{line.text}</span>
      </p>
    );
  }
  if (!('progress' in line))
    return <p className={line.kind === 'me' ? styles.mine : styles.note}>{line.text}</p>;
  return (
    <p className={styles.theirs} data-progress={line.progress} data-kind={line.kind}>
      {line.kind === 'audio' && <IconMusic size={14} aria-label="Sound:" />}
      {line.kind === 'assistant' && <IconSparkles size={14} aria-label="Assistant:" />}
      <span>{line.text}</span>
      {line.progress === 'cut' && <span className={styles.cut}>interrupted</span>}
    </p>
  );
}
