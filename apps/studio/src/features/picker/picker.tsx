import { useEditor, useEditorApi } from '../../store/index.ts';
import { choicesFor, headingOf } from './choices.ts';
import { choose, dismiss } from './choose.ts';
import { PickerList } from './picker-list.tsx';

/** The searchable list that opens where something is to be added or connected. */
export function Picker() {
  const editor = useEditorApi();
  const request = useEditor((state) => state.picker);
  const flow = useEditor((state) => state.flow);
  if (request === null || flow === null) return null;
  return (
    <PickerList
      key={request.screen.join()}
      heading={headingOf(flow, request)}
      at={request.screen}
      choicesFor={(query) => choicesFor(flow, request, query)}
      onChoose={(id) => choose(editor, request, id)}
      onDismiss={() => dismiss(editor)}
    />
  );
}
