import { Button } from '@mantine/core';
import { IconRocket } from '@tabler/icons-react';
import { useState } from 'react';
import { type EditorState, useEditor } from '../../store/index.ts';
import { PublishDialog } from './publish-dialog.tsx';

const readOnlyOf = (state: EditorState) => state.readOnly;

/** Opens the dialog in which the open flow is published. */
export function PublishButton() {
  const readOnly = useEditor(readOnlyOf);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        leftSection={<IconRocket size={16} aria-hidden />}
        disabled={readOnly}
        title={readOnly ? 'This flow comes from a folder of files and is published as it stands.' : undefined}
        onClick={() => setOpen(true)}
      >
        Publish
      </Button>
      <PublishDialog isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
