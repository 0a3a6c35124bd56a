import { Anchor, Button, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { messageOf, useCreateCopy } from '../../api/index.ts';
import { changesBetween, type EditorState, hasChanges, useEditor, useEditorApi } from '../../store/index.ts';
import { ChangesList, Notice } from '../../ui/index.ts';
import styles from './save-state.module.css';

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
  const keepCopy = async () => {
    if (flow === null) return;
    const made = await copy.mutateAsync(flow);
    setCopied(made.flow.id);
    editor.getState().resolveConflict('theirs');
  };
  const choose = (choice: 'theirs' | 'merge') => {
    editor.getState().resolveConflict(choice);
    onClose();
  };
  const changes = conflict === null || flow === null ? null : changesBetween(conflict.flow, flow);
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
      {copied !== null ? (
        <Text size="sm">
          This tab now shows their version. Yours is{' '}
          <Anchor href={`/flows/${copied}`} target="_blank">
            {copied}
          </Anchor>
          .
        </Text>
      ) : (
        <div className={styles.dialog}>
          <Text size="sm">
            It was saved in another tab or by someone else while you were changing it. Nothing of yours is
            lost. This is how your version differs from theirs:
          </Text>
          {changes !== null && hasChanges(changes) ? (
            <ChangesList label="How your version differs" changes={changes} />
          ) : (
            <Text size="sm">Only the places of steps on the canvas differ.</Text>
          )}
          {copy.isError && (
            <Notice tone="danger" role="alert" title="The copy could not be made">
              {messageOf(copy.error)}
            </Notice>
          )}
          <div className={styles.choices}>
            <Choice
              action="Merge mine on top"
              onChoose={() => choose('merge')}
              text="Their version, with every step you changed as you left it. You can look before it is saved on, and undo it."
            />
            <Choice
              action="Take theirs"
              onChoose={() => choose('theirs')}
              text="Your changes go. Undo brings them back."
            />
            <Choice
              action="Keep mine as a copy"
              isBusy={copy.isPending}
              onChoose={() => void keepCopy().catch(() => undefined)}
              text="A new flow gets your version; this one becomes theirs."
            />
          </div>
        </div>
      )}
    </Modal>
  );
}

interface ChoiceProps {
  readonly action: string;
  readonly text: string;
  readonly isBusy?: boolean;
  readonly onChoose: () => void;
}

function Choice({ action, text, isBusy = false, onChoose }: ChoiceProps) {
  return (
    <div className={styles.choice}>
      <Button variant="default" loading={isBusy} onClick={onChoose}>
        {action}
      </Button>
      <Text size="xs" className={styles.choiceText}>
        {text}
      </Text>
    </div>
  );
}
