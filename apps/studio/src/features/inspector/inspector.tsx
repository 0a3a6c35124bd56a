import { EmptyState } from '../../ui/index.ts';
import { IconRoute } from '@tabler/icons-react';
import { type EditorState, useEditor } from '../../store/index.ts';
import { FlowPanel } from './flow-panel.tsx';
import { NodePanel } from './node-panel.tsx';
import { SelectionPanel } from './selection-panel.tsx';

const inspectedOf = (state: EditorState) => state.inspected;
const selectedCount = (state: EditorState) => state.selection.length;
const isOpenOf = (state: EditorState) => state.flow !== null;

/** The panel beside the canvas: the settings of the step, of several steps, or of the flow. */
export function Inspector() {
  const inspected = useEditor(inspectedOf);
  const count = useEditor(selectedCount);
  const isOpen = useEditor(isOpenOf);
  if (!isOpen) return <EmptyState icon={IconRoute} title="No flow is open" />;
  if (inspected !== null) return <NodePanel id={inspected} />;
  return count > 1 ? <SelectionPanel /> : <FlowPanel />;
}
