export { createBrowserEditor } from './browser-editor.ts';
export { EditorProvider, useEditor, useEditorApi } from './editor-context.tsx';
export type { Editor } from './editor.ts';
export {
  markRunningCall,
  type OverlayStore,
  useOverlay,
  useOverlayApi,
} from './overlay/index.ts';
export type { Arrangement } from './align.ts';
export { callOrder } from './call-order.ts';
export { boxAt, CARD, type CardGeometry, cardGeometry, ENTRY, inOrder, widthOf } from './card-geometry.ts';
export { partsOf, type ReadableGroup, readablesAt } from './readables.ts';
export { categoryTitles } from './categories.ts';
export { fallbackInWords, type FallbackWords } from './falls.ts';
export { findSteps } from './find-steps.ts';
export { readableWords } from './readable-words.ts';
export { handledOutcomes } from './handled-outcomes.ts';
export { fieldsFor } from './forms.ts';
export { type FlowText, languagesOf, textsIn } from './languages.ts';
export { type ViewExit, nodeView, type Node, nameOf, type NodeView, positionsOf } from './node-face.ts';
export { defaultExit, spotAfter } from './node-edits.ts';
export type {
  BindingRequest,
  Choose,
  DeclaredPart,
  EditorState,
  ExitRef,
  NodeGroup,
  Path,
  PickerRequest,
  SaveState,
} from './state.ts';
/** The kind of data a step carries while it is dragged from the palette. */
export const DRAGGED_TYPE = 'application/x-gatherline-step';

export { canLeadTo, exitName, exitOfWire, refusalOf, wireId } from './wiring.ts';
export { countBody, counters } from './counters.ts';
