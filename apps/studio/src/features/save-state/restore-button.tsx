import { Button, Group, Modal, Text } from '@mantine/core';
import { mergeFlows } from '@gatherline/flow';
import { useState } from 'react';
import { type Choose, useEditorApi } from '../../store/index.ts';
import { Questions } from './questions.tsx';
import styles from './save-state.module.css';
import { useMerge, type Versions } from './use-merge.ts';

/** Brings edits back at once, unless the flow was changed since in the same places: then asks whose to take. */
export function RestoreButton({ versions }: { readonly versions: Versions }) {
  const [isAsking, setIsAsking] = useState(false);
  const editor = useEditorApi();
  const restore = (choose?: Choose) => editor.getState().resolveKept('restore', choose);
  const begin = () => {
    if (mergeFlows(versions.base, versions).conflicts.length === 0) restore();
    else setIsAsking(true);
  };
  return (
    <>
      <Button size="compact-sm" onClick={begin}>
        Bring them back
      </Button>
      <Modal
        opened={isAsking}
        onClose={() => setIsAsking(false)}
        title="The flow was changed since"
        size="lg"
        closeButtonProps={{ 'aria-label': 'Close' }}
      >
        <Asking versions={versions} onRestore={restore} onCancel={() => setIsAsking(false)} />
      </Modal>
    </>
  );
}

interface AskingProps {
  readonly versions: Versions;
  readonly onRestore: (choose: Choose) => void;
  readonly onCancel: () => void;
}

function Asking({ versions, onRestore, onCancel }: AskingProps) {
  const merge = useMerge(versions);
  return (
    <div className={styles.dialog}>
      <Text size="sm">
        What only your edits changed comes back. This was changed in the flow meanwhile, too:
      </Text>
      <Questions merge={merge} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onCancel}>
          Not now
        </Button>
        <Button onClick={() => onRestore(merge.choose)}>Bring them back</Button>
      </Group>
    </div>
  );
}
