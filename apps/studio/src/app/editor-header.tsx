import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconAdjustmentsHorizontal,
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowLeft,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { CallButton } from '../features/phone/index.ts';
import { PublishButton } from '../features/publish/index.ts';
import { SaveBadge } from '../features/save-state/index.ts';
import { useEditor, useEditorApi } from '../store/index.ts';
import { ColorSchemeMenu } from './color-scheme-menu.tsx';
import styles from './editor-header.module.css';
import { FlowName } from './flow-name.tsx';
import { ShortcutsButton } from './shortcuts-button.tsx';
import type { SideTab } from './side-panel.tsx';

/** The bar above the canvas. */
export function EditorHeader({ onOpenSide }: { readonly onOpenSide: (tab: SideTab) => void }) {
  return (
    <header className={styles.header}>
      <Tooltip label="Your flows">
        <ActionIcon
          component={Link}
          to="/"
          variant="subtle"
          color="gray"
          size={36}
          aria-label="Back to your flows"
        >
          <IconArrowLeft size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <FlowName />
      <SaveBadge />
      <div className={styles.spacer} />
      <HistoryButtons />
      <span className={styles.extras}>
        <ColorSchemeMenu />
        <ShortcutsButton />
      </span>
      <CallButton onShowPhone={() => onOpenSide('phone')} />
      <ActionIcon
        className={styles.narrowOnly}
        variant="default"
        size={36}
        aria-label="Settings"
        onClick={() => onOpenSide('settings')}
      >
        <IconAdjustmentsHorizontal size={18} aria-hidden />
      </ActionIcon>
      <PublishButton />
    </header>
  );
}

function HistoryButtons() {
  const undoLabel = useEditor((state) => state.undoLabel);
  const redoLabel = useEditor((state) => state.redoLabel);
  const { undo, redo } = useEditorApi().getState();
  return (
    <span className={styles.history}>
      <Tooltip label={undoLabel === null ? 'Nothing to undo' : `Undo: ${undoLabel}`} maw={320} multiline>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label="Undo"
          disabled={undoLabel === null}
          onClick={undo}
        >
          <IconArrowBackUp size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={redoLabel === null ? 'Nothing to redo' : `Redo: ${redoLabel}`} maw={320} multiline>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label="Redo"
          disabled={redoLabel === null}
          onClick={redo}
        >
          <IconArrowForwardUp size={20} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </span>
  );
}
