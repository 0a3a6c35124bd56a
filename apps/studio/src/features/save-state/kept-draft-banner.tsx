import { Button, Group, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { type EditorState, useEditor, useEditorApi } from '../../store/index.ts';
import styles from './save-state.module.css';

const keptOf = (state: EditorState) => state.kept;

/** Edits of an earlier visit that never reached the service: brought back or thrown away, never silently. */
export function KeptDraftBanner() {
  const editor = useEditorApi();
  const kept = useEditor(keptOf);
  if (kept === null) return null;
  return (
    <div className={styles.banner} role="region" aria-label="Unsaved edits found">
      <IconHistory size={18} aria-hidden />
      <Text size="sm" className={styles.bannerText}>
        This device still has edits of this flow that were never saved.
      </Text>
      <Group gap="xs">
        <Button size="compact-sm" onClick={() => editor.getState().resolveKept('restore')}>
          Bring them back
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => editor.getState().resolveKept('discard')}>
          Throw them away
        </Button>
      </Group>
    </div>
  );
}
