import { Button, Group } from '@mantine/core';
import type { Problem } from '@gatherline/flow';
import { useEffect, useId, useRef, useState } from 'react';
import { type Editor, nameOf, type Node, useEditorApi } from '../../../store/index.ts';
import { HelpTip, IssueList, JsonEditor, Notice, type TextPlace } from '../../../ui/index.ts';
import { type JsonCheck, paramsText, readStepJson } from './json-checks.ts';
import { draftKey, dropDraft, keepDraft, useJsonDrafts } from './json-drafts.ts';
import styles from '../inspector.module.css';

interface Props {
  readonly id: string;
  readonly node: Node;
  readonly problems: readonly Problem[];
  readonly readOnly: boolean;
}

/** The parameters of a step as JSON. What is typed is applied when the field is left; what can't be read yet stays. */
export function NodeJson({ id, node, problems, readOnly }: Props) {
  const editor = useEditorApi();
  const { key, stored, draft } = useDraft(editor, id, node);
  const text = draft?.text ?? stored;
  const reading = readStepJson(id, node, text, draft === undefined ? problems : null);
  const isOutdated = draft !== undefined && draft.base !== stored;
  const [goTo, setGoTo] = useState<{ place: TextPlace; at: number } | null>(null);
  const status = useId();
  const apply = () => {
    if (reading.ok && draft !== undefined) applyParams(editor, { id, params: reading.params, key });
  };
  const leave = () => {
    if (!isOutdated) apply();
  };
  useOnLeaving(leave);
  return (
    <div className={styles.fields}>
      <div className={styles.jsonTitle}>
        <span className={styles.jsonLabel}>Parameters</span>
        <HelpTip
          label="Parameters"
          help="What the file holds for this step, with Telnyx's own names. Every change can be undone."
          technical={`In the file: nodes.${id}.params`}
        />
      </div>
      <JsonEditor
        label="Parameters as JSON"
        describedBy={status}
        value={text}
        marks={reading.checks}
        readOnly={readOnly}
        goTo={goTo}
        onChange={(next) => type(key, next, draft?.base ?? stored, stored)}
        onSubmit={apply}
        onLeave={leave}
      />
      <div className={styles.jsonFoot}>
        <p id={status} className={styles.quiet} role="status">
          {statusOf({ readOnly, isPending: draft !== undefined, isReadable: reading.ok, isOutdated })}
        </p>
        {isOutdated && reading.ok && (
          <Notice tone="caution" title="The step has changed meanwhile">
            Applying this text replaces what was changed elsewhere since you began to type.
          </Notice>
        )}
        {reading.checks.length > 0 && (
          <IssueList
            label="What to mend"
            issues={reading.checks.map((check) => ({
              severity: check.severity,
              place: placeInWords(check),
              text: check.text,
              cure: '',
              onOpen: () => setGoTo({ place: check.place, at: Date.now() }),
            }))}
          />
        )}
        {draft !== undefined && (!reading.ok || isOutdated) && (
          <Group gap="xs">
            {reading.ok && (
              <Button size="compact-sm" onClick={apply}>
                Apply this text
              </Button>
            )}
            <Button size="compact-sm" variant="default" onClick={() => dropDraft(key)}>
              Discard this text
            </Button>
          </Group>
        )}
      </div>
    </div>
  );
}

function useDraft(editor: Editor, id: string, node: Node) {
  const { flow, readOnly } = editor.getState();
  const key = draftKey(flow?.id ?? '', id);
  const draft = useJsonDrafts((state) => (readOnly ? undefined : state.drafts[key]));
  return { key, stored: paramsText(node), draft };
}

/** A tab or a step that goes away is left, whether or not the field lost the keyboard before. */
function useOnLeaving(leave: () => void) {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => () => latest.current(), []);
}

function type(key: string, text: string, base: string, stored: string) {
  if (text === stored) dropDraft(key);
  else keepDraft(key, { text, base });
}

function applyParams(editor: Editor, { id, params, key }: Applied) {
  const { flow, setParam, commitField } = editor.getState();
  dropDraft(key);
  const node = flow?.nodes[id];
  if (flow === null || node === undefined || JSON.stringify(params) === JSON.stringify(node.params)) return;
  commitField();
  setParam(id, [], params, { label: `${nameOf(flow, id)}: changed as JSON` });
  commitField();
}

interface Applied {
  readonly id: string;
  readonly params: Node['params'];
  readonly key: string;
}

interface Standing {
  readonly readOnly: boolean;
  readonly isPending: boolean;
  readonly isReadable: boolean;
  readonly isOutdated: boolean;
}

function statusOf(state: Standing): string {
  if (state.readOnly) return 'This flow can only be read.';
  if (!state.isPending) return 'Changes are applied when you leave the field, or with Ctrl+Enter.';
  if (state.isReadable && state.isOutdated) return 'Not applied yet.';
  if (state.isReadable) return 'Changed. Leave the field or press Ctrl+Enter to apply it.';
  return 'Not applied: the step keeps its settings, and your text stays here until it can be read.';
}

function placeInWords({ place, field }: JsonCheck): string {
  return field === undefined ? `Line ${place.line}` : `Line ${place.line}, ${field}`;
}
