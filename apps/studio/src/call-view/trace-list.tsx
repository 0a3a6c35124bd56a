import { ActionIcon, Code, UnstyledButton } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { memo, useMemo, useState } from 'react';
import type { TraceEntry } from '../../api/index.ts';
import { type EditorState, faceOf, nameOf, useEditor, useEditorApi } from '../../store/index.ts';
import type { PhoneState } from './phone-line.ts';
import { usePhone } from './phone-provider.tsx';
import styles from './phone.module.css';
import { type Names, wordsOf } from './trace-words.ts';
import { useStickToEnd } from './use-stick-to-end.ts';

const traceOf = (state: PhoneState) => state.trace;
const flowOf = (state: EditorState) => state.flow;

/** What the call did, line by line, while it does it; a line leads to its step. */
export function TraceList() {
  const trace = usePhone(traceOf);
  const flow = useEditor(flowOf);
  const box = useStickToEnd();
  const names = useMemo<Names>(
    () => ({
      step: (id) => (flow === null ? id : nameOf(flow, id)),
      exit: (node, exit) => {
        const record = flow?.nodes[node];
        const face = record === undefined ? undefined : faceOf(record);
        return face?.exits.find(({ id }) => id === exit)?.label ?? exit;
      },
    }),
    [flow],
  );
  const began = trace[0]?.at;
  return (
    <section className={styles.trace} aria-labelledby="phone-trace">
      <h3 id="phone-trace" className={styles.traceTitle}>
        What happened
      </h3>
      <div ref={box} className={styles.traceBox}>
        {trace.length === 0 && (
          <p className={styles.quiet}>Every step of the call is listed here as it happens.</p>
        )}
        <ol className={styles.traceLines}>
          {trace.map((entry, index) => (
            <TraceLine key={index} entry={entry} began={began ?? entry.at} names={names} />
          ))}
        </ol>
      </div>
    </section>
  );
}

interface LineProps {
  readonly entry: TraceEntry;
  readonly began: string;
  readonly names: Names;
}

const TraceLine = memo(function TraceLine({ entry, began, names }: LineProps) {
  const editor = useEditorApi();
  const [isOpen, setOpen] = useState(false);
  const { text, tone, node, more } = wordsOf(entry, names);
  const words = (
    <>
      <span className={styles.traceTime}>{offset(began, entry.at)}</span>
      <span>{text}</span>
    </>
  );
  return (
    <li className={styles.traceLine} data-tone={tone}>
      <div className={styles.traceRow}>
        {node === null ? (
          <div className={styles.traceWords}>{words}</div>
        ) : (
          <UnstyledButton className={styles.traceWords} onClick={() => editor.getState().revealField(node)}>
            {words}
          </UnstyledButton>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size={24}
          aria-label={`Details of: ${text}`}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <IconBraces size={14} aria-hidden />
        </ActionIcon>
      </div>
      {isOpen && (
        <Code block className={styles.traceMore}>
          {JSON.stringify(more, null, 2)}
        </Code>
      )}
    </li>
  );
});

function offset(began: string, at: string): string {
  const seconds = (Date.parse(at) - Date.parse(began)) / 1000;
  return Number.isFinite(seconds) ? `${seconds.toFixed(1)} s` : '';
}
