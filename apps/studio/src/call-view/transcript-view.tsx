import { IconMessage, IconMusic, IconSparkles } from '@tabler/icons-react';
import { useMemo } from 'react';
import { type Happening, type Line, transcriptOf } from './transcript.ts';
import styles from './transcript.module.css';
import { useStickToEnd } from './use-stick-to-end.ts';

/** A box that scrolls must be within reach of the keyboard. */
const scrollable = { tabIndex: 0 };

interface Props {
  readonly happenings: readonly Happening[];
  /** What stands there before anything has happened. */
  readonly invitation: string;
}

/** What was heard and said, as speech bubbles. */
export function Transcript({ happenings, invitation }: Props) {
  const lines = useMemo(() => transcriptOf(happenings), [happenings]);
  const box = useStickToEnd();
  return (
    <div ref={box} className={styles.transcript} role="log" aria-label="Conversation" {...scrollable}>
      {lines.length === 0 && <p className={styles.quiet}>{invitation}</p>}
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
