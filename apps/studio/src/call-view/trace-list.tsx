import { ActionIcon, Code, UnstyledButton } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { memo, useId, useState } from 'react';
import type { AnyTraceEntry } from '../api/index.ts';
import type { StepNames, StepPlace } from './step-names.ts';
import { wordsOf } from './trace-words.ts';
import styles from './trace-list.module.css';
import { useStickToEnd } from './use-stick-to-end.ts';

interface Props {
  readonly trace: readonly AnyTraceEntry[];
  readonly names: StepNames;
  /** How to go to a step; `undefined` where it can't be shown. Both must stay the same for the lines not to be drawn again. */
  readonly wayTo: (place: StepPlace) => (() => void) | undefined;
}

/** What the call did, line by line, while it does it; a line leads to its step. */
export function TraceList({ trace, names, wayTo }: Props) {
  const box = useStickToEnd();
  const title = useId();
  const began = trace[0]?.at;
  return (
    <section className={styles.trace} aria-labelledby={title}>
      <h3 id={title} className={styles.traceTitle}>
        What happened
      </h3>
      <div ref={box} className={styles.traceBox}>
        {trace.length === 0 && (
          <p className={styles.quiet}>Every step of the call is listed here as it happens.</p>
        )}
        <ol className={styles.traceLines}>
          {trace.map((entry, index) => (
            <TraceLine key={index} entry={entry} began={began ?? entry.at} names={names} wayTo={wayTo} />
          ))}
        </ol>
      </div>
    </section>
  );
}

interface LineProps extends Pick<Props, 'names' | 'wayTo'> {
  readonly entry: AnyTraceEntry;
  readonly began: string;
}

const TraceLine = memo(function TraceLine({ entry, began, names, wayTo }: LineProps) {
  const [isOpen, setOpen] = useState(false);
  const { text, tone, step } = wordsOf(entry, names);
  const goToStep = step === null ? undefined : wayTo(step);
  const words = (
    <>
      <span className={styles.traceTime}>{offset(began, entry.at)}</span>
      <span>{text}</span>
    </>
  );
  return (
    <li className={styles.traceLine} data-tone={tone}>
      <div className={styles.traceRow}>
        {goToStep === undefined ? (
          <div className={styles.traceWords}>{words}</div>
        ) : (
          <UnstyledButton className={styles.traceWords} onClick={goToStep}>
            {words}
          </UnstyledButton>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={`All of: ${text}`}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <IconBraces size={14} aria-hidden />
        </ActionIcon>
      </div>
      {isOpen && (
        <Code ref={reveal} block className={styles.traceMore}>
          {JSON.stringify(entry.kind === 'unknown' ? entry.line : entry, null, 2)}
        </Code>
      )}
    </li>
  );
});

/** What opens at the edge of the list would else open out of sight. */
function reveal(opened: HTMLElement | null) {
  opened?.scrollIntoView({ block: 'nearest' });
}

function offset(began: string, at: string): string {
  const seconds = (Date.parse(at) - Date.parse(began)) / 1000;
  return Number.isFinite(seconds) ? `${seconds.toFixed(1)} s` : '';
}
