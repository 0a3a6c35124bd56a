import { Button, Group } from '@mantine/core';
import { IconCopy, IconTrash } from '@tabler/icons-react';
import { useShallow } from 'zustand/react/shallow';
import { nameOf, useEditor, useEditorApi } from '../../../store/index.ts';
import styles from '../inspector.module.css';

const SHOWN = 12;

/** Several steps at once: how many, which, and what can be done with all of them. */
export function SelectionPanel() {
  const selection = useEditor((state) => state.selection);
  const readOnly = useEditor((state) => state.readOnly);
  const names = useEditor(
    useShallow(({ flow }) => (flow === null ? [] : selection.slice(0, SHOWN).map((id) => nameOf(flow, id)))),
  );
  const { duplicateNodes, removeNodes, select } = useEditorApi().getState();
  const duplicate = () => select(duplicateNodes(selection));
  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <h2 className={styles.kindTitle}>{selection.length} steps selected</h2>
      </header>
      <div className={styles.content}>
        <ul className={styles.names}>
          {names.map((name, index) => (
            <li key={selection[index]}>{name}</li>
          ))}
          {selection.length > SHOWN && <li>and {selection.length - SHOWN} more</li>}
        </ul>
        <Group gap="xs">
          <Button
            variant="default"
            size="sm"
            disabled={readOnly}
            leftSection={<IconCopy size={16} aria-hidden />}
            onClick={duplicate}
          >
            Duplicate
          </Button>
          <Button
            variant="default"
            size="sm"
            disabled={readOnly}
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => removeNodes(selection)}
          >
            Delete
          </Button>
        </Group>
      </div>
    </div>
  );
}
