export { createBrowserEditor } from './browser-editor.ts';
export { EditorProvider, useEditor, useEditorApi } from './editor-context.tsx';
export type { Editor } from './editor.ts';
export {
  markRunningCall,
  type OverlayStore,
  useOverlay,
  useOverlayApi,
} from './overlay/index.ts';
export type { Arrangement } from './document/align.ts';
export { callOrder } from './document/call-order.ts';
export {
  boxAt,
  CARD,
  type CardGeometry,
  cardGeometry,
  ENTRY,
  inOrder,
  widthOf,
} from './view/card-geometry.ts';
export { partsOf, type ReadableGroup, readablesAt } from './document/readables.ts';
export { categoryTitles } from './document/categories.ts';
export { fallbackInWords, type FallbackWords } from './document/fallbacks.ts';
export { findSteps } from './document/find-steps.ts';
export { readableWords } from './document/readable-words.ts';
export { handledOutcomes } from './document/handled-outcomes.ts';
export { fieldsFor } from './document/forms.ts';
export { type FlowText, languagesOf, textsIn } from './document/languages.ts';
export { type ViewExit, nodeView, type Node, nameOf, type NodeView, positionsOf } from './view/node-view.ts';
export { defaultExit, spotAfter } from './document/node-edits.ts';
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

export { canLeadTo, exitName, exitOfWire, refusalOf, wireId } from './document/wiring.ts';
export { countBody, counters } from './view/counters.ts';
