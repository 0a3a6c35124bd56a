import type { Flow } from '@gatherline/flow';
import type { Editing } from './editing.ts';
import { createFieldActions } from './field-actions.ts';
import { createNodeActions } from './node-actions.ts';
import { createPasteActions } from './paste-actions.ts';
import type { DocumentSlice, EditorGet, EditorSet } from './state.ts';

export interface DocumentDependencies {
  readonly set: EditorSet;
  readonly get: EditorGet;
  readonly editing: Editing;
  /** Called when another document takes the place of this one. */
  readonly onOpen: (flow: Flow | null, revision: number, readOnly: boolean) => void;
}

export function createDocumentSlice(dependencies: DocumentDependencies): DocumentSlice {
  const { editing, onOpen } = dependencies;
  return {
    flow: null,
    readOnly: false,
    open(flow, revision, readOnly) {
      editing.reset(flow, readOnly);
      onOpen(flow, revision, readOnly);
    },
    close() {
      editing.reset(null, false);
      onOpen(null, 0, false);
    },
    replaceFlow(flow, label) {
      editing.edit(label, (draft) => {
        for (const key of Object.keys(draft)) if (!(key in flow)) delete draft[key];
        Object.assign(draft, flow);
      });
    },
    ...createNodeActions(dependencies),
    ...createPasteActions(dependencies),
    ...createFieldActions(dependencies),
  };
}
