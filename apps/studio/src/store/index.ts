import { lint } from '@gatherline/linter';
import { useStore } from 'zustand';
import { createEditor } from './editor.ts';
import { createKeptDrafts } from './kept-drafts.ts';
import type { EditorState } from './state.ts';

/** The flow that is open in this tab. */
export const editor = createEditor({
  lint,
  now: () => Date.now(),
  schedule(run, ms) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  keptDrafts: createKeptDrafts(() => localStorage),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});

/** Follows one thing of the open flow. A selector that makes a new object each time needs `useShallow`. */
export function useEditor<T>(select: (state: EditorState) => T): T {
  return useStore(editor, select);
}

export type { Arrangement } from './align.ts';
export { callOrder } from './call-order.ts';
export { boxAt, CARD, type CardGeometry, cardGeometry, ENTRY, inOrder, widthOf } from './card-geometry.ts';
export { partsOf, type ReadableGroup, readablesAt } from './readables.ts';
export { categoryTitles } from './categories.ts';
export { fallInWords, type FallWords } from './falls.ts';
export { findSteps } from './find-steps.ts';
export { handledOutcomes } from './handled-outcomes.ts';
export { fieldsFor } from './forms.ts';
export { type FlowText, languagesOf, textsIn } from './languages.ts';
export { type FaceExit, faceOf, type Node, nameOf, type NodeFace, placesOf } from './node-face.ts';
export { defaultExit, spotAfter } from './node-edits.ts';
export type {
  AskedResource,
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

export { canLeadTo, exitName, refusalOf } from './wiring.ts';
export { countBody, counters } from './counters.ts';
