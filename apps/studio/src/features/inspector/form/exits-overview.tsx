import { Select, UnstyledButton } from '@mantine/core';
import type { Flow, Problem } from '@gatherline/flow';
import { memo, useId, useRef, useState } from 'react';
import {
  type Editor,
  type EditorState,
  type ExitRef,
  type FallbackWords,
  nodeView,
  fallbackInWords,
  type Node,
  nameOf,
  spotAfter,
  useEditor,
  useEditorApi,
} from '../../../store/index.ts';
import { FieldMessage } from '../../../ui/index.ts';
import styles from '../inspector.module.css';
import { createTargets, type Target } from '../fields/targets.ts';
import { type Messages, messagesAt } from './field-problems.ts';

interface Props {
  readonly id: string;
  readonly node: Node;
  readonly problems: readonly Problem[];
  readonly readOnly: boolean;
}

/** No id of a step has a space in it. */
const NEW = 'new step';
/** With the room between it and the panel. Pixels. */
const PICKER_WIDTH = 344;

const flowOf = (state: EditorState) => state.flow;

/** Where the call goes from here: one line for each way out. */
export function ExitsOverview({ id, node, problems, readOnly }: Props) {
  const title = useId();
  const flow = useEditor(flowOf);
  const [targetsOf] = useState(createTargets);
  const targets = useEditor(targetsOf);
  const { exits } = nodeView(node);
  if (flow === null || exits.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby={title}>
      <h3 id={title} className={styles.sectionTitle}>
        What comes next
      </h3>
      <div className={styles.exits}>
        {exits.map((exit) => (
          <ExitRow
            key={exit.id}
            node={id}
            exit={exit.id}
            label={exit.label}
            isStale={exit.stale === true}
            target={node.exits[exit.id] ?? null}
            targets={targets}
            {...fallProps(flow, fallbackInWords(flow, id, exit))}
            {...messagesAt(problems, ['exits', exit.id], true)}
            readOnly={readOnly}
          />
        ))}
      </div>
    </section>
  );
}

/** Plain values, so that a row is drawn again only when its own words change. */
function fallProps(flow: Flow, { sentence, target }: FallbackWords) {
  return {
    fallback: `Not connected: ${sentence}`,
    fallbackTarget: target,
    fallbackName: target === null ? '' : nameOf(flow, target),
  };
}

interface RowProps extends Messages {
  readonly node: string;
  readonly exit: string;
  readonly label: string;
  readonly isStale: boolean;
  readonly target: string | null;
  readonly targets: readonly Target[];
  /** What happens while it leads nowhere, and the step that then takes over. */
  readonly fallback: string;
  readonly fallbackTarget: string | null;
  readonly fallbackName: string;
  readonly readOnly: boolean;
}

const ExitRow = memo(function ExitRow(props: RowProps) {
  const { node, exit, label, isStale, target, targets, readOnly, error, warning } = props;
  const isDangling = target !== null && !targets.some(({ value }) => value === target);
  const row = useRef<HTMLDivElement>(null);
  const editor = useEditorApi();
  return (
    <div ref={row} className={styles.exit} data-field={`exits.${exit}`}>
      <Select
        size="sm"
        label={label}
        placeholder="Go to…"
        data={[{ value: NEW, label: 'New step…' }, ...targets]}
        value={isDangling ? null : target}
        onChange={(next) => {
          if (next === NEW) askForNew(editor, { node, exit }, row.current);
          else editor.getState().connect({ node, exit }, next);
        }}
        disabled={readOnly}
        error={error !== undefined}
        clearable
        clearButtonProps={{ 'aria-label': `Disconnect ${label}` }}
        searchable={targets.length > 8}
        nothingFoundMessage="No such step"
        limit={200}
        checkIconPosition="right"
      />
      {isStale && error === undefined && warning === undefined && (
        <FieldMessage warning="This step no longer has this way out. Disconnect it." />
      )}
      <FieldMessage error={error} warning={warning} />
      {target === null && error === undefined && warning === undefined && <Fallback {...props} />}
    </div>
  );
});

/** Asks which kind of step is to come after an exit; the list opens to the left of its row. */
function askForNew(editor: Editor, from: ExitRef, row: HTMLElement | null) {
  const { flow, openPicker } = editor.getState();
  const { left, top } = row?.getBoundingClientRect() ?? new DOMRect();
  if (flow !== null)
    openPicker({ kind: 'add', screen: [left - PICKER_WIDTH, top], at: spotAfter(flow, from), from });
}

/** The name of the step that takes over leads there. */
function Fallback({
  fallback,
  fallbackTarget,
  fallbackName,
}: Pick<RowProps, 'fallback' | 'fallbackTarget' | 'fallbackName'>) {
  const editor = useEditorApi();
  const at = fallbackTarget === null ? -1 : fallback.lastIndexOf(`“${fallbackName}”`);
  if (fallbackTarget === null || at < 0) return <p className={styles.quiet}>{fallback}</p>;
  return (
    <p className={styles.quiet}>
      {fallback.slice(0, at + 1)}
      <UnstyledButton
        className={styles.fallLink}
        onClick={() => editor.getState().revealNode(fallbackTarget)}
      >
        {fallbackName}
      </UnstyledButton>
      {fallback.slice(at + 1 + fallbackName.length)}
    </p>
  );
}
