import { Loader, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowsSplit,
  IconCheck,
  IconCloudOff,
  type Icon,
  IconLock,
  IconPencil,
} from '@tabler/icons-react';
import { useState } from 'react';
import { type EditorState, type SaveState, useEditor, useEditorApi } from '../../store/index.ts';
import { ConflictDialog } from './conflict-dialog.tsx';
import styles from './save-state.module.css';

interface Words {
  readonly text: string;
  readonly more: string;
  readonly icon: Icon | null;
}

const words: Readonly<Record<SaveState, Words>> = {
  saved: {
    text: 'Saved',
    more: 'Everything is saved as a draft. Callers hear it once you publish.',
    icon: IconCheck,
  },
  saving: { text: 'Saving…', more: 'Your changes are on their way.', icon: null },
  unsaved: {
    text: 'Unsaved',
    more: 'Your changes are saved in a moment. Click to save now.',
    icon: IconPencil,
  },
  offline: {
    text: 'Offline – kept on this device',
    more: "The service can't be reached. Nothing is lost; click to try again now.",
    icon: IconCloudOff,
  },
  conflict: {
    text: 'Conflict',
    more: 'Someone else has saved this flow. Click to choose what to keep.',
    icon: IconArrowsSplit,
  },
  read_only: {
    text: 'Read-only',
    more: 'This flow comes from a folder of files; change it there.',
    icon: IconLock,
  },
};

const stateOf = (state: EditorState) => state.saveState;
const conflictOf = (state: EditorState) => state.conflict;
const errorOf = (state: EditorState) => state.saveError;

/** Whether the draft is safe, at a glance; opens the choice when two people have changed it. */
export function SaveBadge() {
  const editor = useEditorApi();
  const state = useEditor(stateOf);
  const refused = useEditor(errorOf);
  const conflict = useEditor(conflictOf);
  const [putOff, setPutOff] = useState<number | null>(null);
  const isRefused = refused !== null && state === 'unsaved';
  const { text, more, icon } = isRefused
    ? { text: 'Not saved', more: `${refused} Click to try again.`, icon: IconAlertTriangle }
    : words[state];
  const Drawn = icon;
  return (
    <>
      <Tooltip label={more} multiline maw={280} withArrow events={{ hover: true, focus: true, touch: true }}>
        <UnstyledButton
          className={styles.badge}
          data-state={isRefused ? 'refused' : state}
          aria-label={`Draft: ${text}`}
          onClick={() => {
            if (state === 'conflict') setPutOff(null);
            else void editor.getState().flushSave();
          }}
        >
          {Drawn === null ? <Loader size={14} color="gray" aria-hidden /> : <Drawn size={16} aria-hidden />}
          <span className={styles.text}>{text}</span>
        </UnstyledButton>
      </Tooltip>
      <ConflictDialog
        isOpen={conflict !== null && conflict.revision !== putOff}
        onClose={() => setPutOff(conflict?.revision ?? null)}
      />
    </>
  );
}
