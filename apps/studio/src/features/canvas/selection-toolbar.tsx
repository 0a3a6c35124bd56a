import { ActionIcon, Tooltip } from '@mantine/core';
import { IconCopyPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEditor, useEditorApi } from '../../store/index.ts';
import { arrangements } from './arrangements.ts';
import styles from './canvas.module.css';

/** What can be done with several selected steps at once. */
export function SelectionToolbar() {
  const editor = useEditorApi();
  const count = useEditor((state) => state.selection.length);
  const readOnly = useEditor((state) => state.readOnly);
  if (count < 2 || readOnly) return null;
  const { arrangeNodes, duplicateNodes, removeNodes } = editor.getState();
  return (
    <div className={styles.selection} role="toolbar" aria-label="Selected steps">
      <span className={styles.count}>{count} steps</span>
      {arrangements.map(({ how, title, code, icon: Drawn, least }) => (
        <Tool
          key={how}
          title={title}
          keys={`Alt+${code.slice(-1)}`}
          isOff={count < least}
          onClick={() => arrangeNodes(how)}
        >
          <Drawn size={17} stroke={1.7} aria-hidden />
        </Tool>
      ))}
      <Tool title="Duplicate" keys="Ctrl+D" onClick={() => duplicateNodes(editor.getState().selection)}>
        <IconCopyPlus size={17} stroke={1.7} aria-hidden />
      </Tool>
      <Tool title="Delete" keys="Delete" onClick={() => removeNodes(editor.getState().selection)}>
        <IconTrash size={17} stroke={1.7} aria-hidden />
      </Tool>
    </div>
  );
}

interface ToolProps {
  readonly title: string;
  readonly keys: string;
  readonly isOff?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Tool({ title, keys, isOff = false, onClick, children }: ToolProps) {
  return (
    <Tooltip label={`${title} (${keys})`} openDelay={400}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={title}
        disabled={isOff}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
