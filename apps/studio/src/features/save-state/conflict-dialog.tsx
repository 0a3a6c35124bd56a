import { Anchor, Button, Modal, Text } from '@mantine/core';
import { type ChangeSentence, type Flow, sayChanges } from '@gatherline/flow';
import { useMemo, useState } from 'react';
import { messageOf, useCreateCopy } from '../../api/index.ts';
import { type Choose, type EditorState, useEditor, useEditorApi } from '../../store/index.ts';
import { ChangesList, Notice } from '../../ui/index.ts';
import { Questions } from './questions.tsx';
import styles from './save-state.module.css';
import { useMerge, type Versions } from './use-merge.ts';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const conflictOf = (state: EditorState) => state.conflict;
const flowOf = (state: EditorState) => state.flow;

/** Someone else saved first: nothing is written until the person has chosen. */
export function ConflictDialog({ isOpen, onClose }: Props) {
  const editor = useEditorApi();
  const conflict = useEditor(conflictOf);
  const flow = useEditor(flowOf);
  const copy = useCreateCopy();
  const [copied, setCopied] = useState<string | null>(null);
  const keepCopy = async (mine: Flow) => {
    const made = await copy.mutateAsync(mine);
    setCopied(made.flow.id);
    editor.getState().resolveConflict('theirs');
  };
  const resolve = (choice: 'theirs' | 'merge', choose?: Choose) => {
    editor.getState().resolveConflict(choice, choose);
    onClose();
  };
  return (
    <Modal
      opened={isOpen || copied !== null}
      onClose={() => {
        setCopied(null);
        onClose();
      }}
      title={copied === null ? 'Someone else has saved this flow' : 'Your changes are in a copy'}
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {copied !== null && <Copied id={copied} />}
      {copied === null && conflict !== null && flow !== null && (
        <Choices
          versions={{ base: conflict.base, mine: flow, theirs: conflict.flow }}
          onResolve={resolve}
          copying={{
            isBusy: copy.isPending,
            error: copy.isError ? messageOf(copy.error) : null,
            start: () => void keepCopy(flow).catch(() => undefined),
          }}
        />
      )}
    </Modal>
  );
}

function Copied({ id }: { readonly id: string }) {
  return (
    <Text size="sm">
      This tab now shows their version. Yours is{' '}
      <Anchor href={`/flows/${id}`} target="_blank">
        {id}
      </Anchor>
      .
    </Text>
  );
}

interface ChoicesProps {
  readonly versions: Versions;
  readonly onResolve: (choice: 'theirs' | 'merge', choose?: Choose) => void;
  readonly copying: { readonly isBusy: boolean; readonly error: string | null; readonly start: () => void };
}

function Choices({ versions, onResolve, copying }: ChoicesProps) {
  const { base, mine, theirs } = versions;
  const merge = useMerge(versions);
  const [ours, others] = useMemo(
    () => [sayChanges(base, mine), sayChanges(base, theirs)],
    [base, mine, theirs],
  );
  const isAsking = merge.questions.length > 0;
  return (
    <div className={styles.dialog}>
      <Text size="sm">
        It was saved in another tab or by someone else while you were changing it. Nothing of yours is lost.
      </Text>
      <Changes heading="What they changed" changes={others} />
      <Changes heading="What you changed" changes={ours} />
      {isAsking && (
        <section aria-labelledby="changed-by-both">
          <h3 id="changed-by-both" className={styles.heading}>
            Changed by both of you
          </h3>
          <Questions merge={merge} />
        </section>
      )}
      {copying.error !== null && (
        <Notice tone="danger" role="alert" title="The copy could not be made">
          {copying.error}
        </Notice>
      )}
      <div className={styles.choices}>
        <Choice
          action="Put both together"
          isUsual
          onChoose={() => onResolve('merge', merge.choose)}
          text={`Everything that only one of you changed is kept${isAsking ? ', and the rest as you chose above' : ''}. You can look before it is saved on, and undo it.`}
        />
        <Choice
          action="Take theirs"
          onChoose={() => onResolve('theirs')}
          text="Your changes go. Undo brings them back."
        />
        <Choice
          action="Keep mine as a copy"
          isBusy={copying.isBusy}
          onChoose={copying.start}
          text="A new flow gets your version; this one becomes theirs."
        />
      </div>
    </div>
  );
}

interface ChangesProps {
  readonly heading: string;
  readonly changes: readonly ChangeSentence[];
}

function Changes({ heading, changes }: ChangesProps) {
  return (
    <section>
      <h3 className={styles.heading}>{heading}</h3>
      {changes.length === 0 ? (
        <Text size="sm">Nothing but the places of steps on the canvas.</Text>
      ) : (
        <ChangesList label={heading} changes={changes} />
      )}
    </section>
  );
}

interface ChoiceProps {
  readonly action: string;
  readonly text: string;
  /** What most people want. */
  readonly isUsual?: boolean;
  readonly isBusy?: boolean;
  readonly onChoose: () => void;
}

function Choice({ action, text, isUsual = false, isBusy = false, onChoose }: ChoiceProps) {
  return (
    <div className={styles.choice}>
      <Button variant={isUsual ? 'filled' : 'default'} loading={isBusy} onClick={onChoose}>
        {action}
      </Button>
      <Text size="xs" className={styles.choiceText}>
        {text}
      </Text>
    </div>
  );
}
