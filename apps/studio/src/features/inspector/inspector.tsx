import { EmptyState } from '../../ui/index.ts';
import { IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { type EditorState, useEditor } from '../../store/index.ts';
import { FlowPanel } from './flow/flow-panel.tsx';
import { NodePanel, type NodeTab } from './form/node-panel.tsx';
import { SelectionPanel } from './form/selection-panel.tsx';

const inspectedOf = (state: EditorState) => state.inspected;
const selectedCount = (state: EditorState) => state.selection.length;
const isOpenOf = (state: EditorState) => state.flow !== null;

/** The panel beside the canvas: the settings of the step, of several steps, or of the flow. */
export function Inspector() {
  const inspected = useEditor(inspectedOf);
  const count = useEditor(selectedCount);
  const isOpen = useEditor(isOpenOf);
  // Whoever reads JSON reads it of the next step too, also after looking at the flow.
  const [tab, setTab] = useState<NodeTab>('settings');
  if (!isOpen) return <EmptyState icon={IconRoute} title="No flow is open" />;
  if (inspected !== null) return <NodePanel id={inspected} tab={tab} onTab={setTab} />;
  return count > 1 ? <SelectionPanel /> : <FlowPanel />;
}
