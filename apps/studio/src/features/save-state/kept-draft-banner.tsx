import { Button, Group, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { type EditorState, useEditor, useEditorApi } from '../../store/index.ts';
import { RestoreButton } from './restore-button.tsx';
import styles from './save-state.module.css';

const keptOf = (state: EditorState) => state.kept;
const flowOf = (state: EditorState) => state.flow;

/** Edits of an earlier visit that never reached the service: brought back or thrown away, never silently. */
export function KeptDraftBanner() {
  const editor = useEditorApi();
  const kept = useEditor(keptOf);
  const flow = useEditor(flowOf);
  if (kept === null || flow === null) return null;
  return (
    <div className={styles.banner} role="region" aria-label="Unsaved edits found">
      <IconHistory size={18} aria-hidden />
      <Text size="sm" className={styles.bannerText}>
        This device still has edits of this flow that were never saved.
      </Text>
      <Group gap="xs">
        <RestoreButton versions={{ base: kept.base, mine: kept.flow, theirs: flow }} />
        <Button size="compact-sm" variant="default" onClick={() => editor.getState().resolveKept('discard')}>
          Throw them away
        </Button>
      </Group>
    </div>
  );
}
