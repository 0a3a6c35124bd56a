import { useState } from 'react';
import { useEditor, useEditorApi } from '../store/index.ts';
import styles from './editor-header.module.css';

/** The name of the flow; click it to change it. */
export function FlowName() {
  const editor = useEditorApi();
  const name = useEditor((state) => state.flow?.name ?? '');
  const readOnly = useEditor((state) => state.readOnly);
  const [draft, setDraft] = useState<string | null>(null);
  const shown = draft ?? name;
  return (
    <h1 className={styles.title}>
      <span className={styles.titleGhost} aria-hidden>
        {shown}
      </span>
      <input
        className={styles.titleInput}
        value={shown}
        maxLength={120}
        size={1}
        readOnly={readOnly}
        aria-label="Name of the flow"
        spellCheck={false}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          editor.getState().setName(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
        }}
        onBlur={() => {
          setDraft(null);
          editor.getState().commitField();
        }}
      />
    </h1>
  );
}
