import type { NodeDefinition } from '@gatherline/flow';
import { memo } from 'react';
import { DRAGGED_TYPE, useEditor, useEditorApi } from '../../store/index.ts';
import { NamedIcon } from '../../ui/index.ts';
import styles from './palette.module.css';

/** One kind of step: click it, or drag it onto the canvas or a wire. */
export const PaletteItem = memo(function PaletteItem({ step }: { readonly step: NodeDefinition }) {
  const editor = useEditorApi();
  const readOnly = useEditor((state) => state.readOnly);
  return (
    <li>
      <button
        type="button"
        className={styles.item}
        data-category={step.category}
        aria-label={`Add ${step.title}`}
        title={step.help}
        disabled={readOnly}
        draggable={!readOnly}
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAGGED_TYPE, step.type);
          event.dataTransfer.effectAllowed = 'copy';
        }}
        onClick={() => editor.getState().appendNode(step.type)}
      >
        <span className={styles.icon}>
          <NamedIcon name={step.icon} size={17} />
        </span>
        <span className={styles.name}>{step.title}</span>
      </button>
    </li>
  );
});
