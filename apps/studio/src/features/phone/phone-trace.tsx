import { parseFlowReference } from '@gatherline/flow';
import { useCallback, useMemo } from 'react';
import { type StepPlace, stepNames, TraceList, useCallFlows } from '../../call-view/index.ts';
import { type EditorState, useEditor, useEditorApi } from '../../store/index.ts';
import type { PhoneState } from './phone-line.ts';
import { usePhone } from './phone-provider.tsx';

const traceOf = (state: PhoneState) => state.trace;
const flowOf = (state: EditorState) => state.flow;

/** What the call of this phone did; it rings the open flow, so a line of that flow leads to its step. */
export function PhoneTrace() {
  const trace = usePhone(traceOf);
  const flows = useCallFlows(useEditor(flowOf), trace);
  const names = useMemo(() => stepNames(flows), [flows]);
  const editor = useEditorApi();
  const wayTo = useCallback(
    ({ node, flow }: StepPlace) => {
      const isOpen = flow === undefined || parseFlowReference(flow).flow === editor.getState().flow?.id;
      return isOpen ? () => editor.getState().revealField(node) : undefined;
    },
    [editor],
  );
  return <TraceList trace={trace} names={names} wayTo={wayTo} />;
}
