import { createStore, type StoreApi } from 'zustand/vanilla';
import { createDocumentSlice } from './document/document-slice.ts';
import { createEditing } from './document/editing.ts';
import { createProblems } from './document/problems-slice.ts';
import { createSaving } from './saving/save-slice.ts';
import { createSelectionSlice } from './view/selection-slice.ts';
import { createViewportSlice } from './view/viewport-slice.ts';
import type { EditorPorts, EditorState } from './state.ts';

/** One open flow: its document, selection, history, saving and problems. */
export type Editor = StoreApi<EditorState>;

/** A store for one open flow. Time, storage and the linter come from outside. */
export function createEditor(ports: EditorPorts): Editor {
  return createStore<EditorState>()((set, get) => {
    const editing = createEditing(set, get, ports, documentChanged);
    const saving = createSaving(set, get, editing, ports);
    const problems = createProblems(set, get, ports);

    function documentChanged() {
      saving.documentChanged();
      problems.documentChanged('soon');
    }

    return {
      ...createDocumentSlice({
        set,
        get,
        editing,
        timeZone: ports.timeZone,
        onOpen(flow, revision, readOnly) {
          saving.opened(flow, revision, readOnly);
          problems.documentChanged('now');
        },
      }),
      canUndo: false,
      canRedo: false,
      undoLabel: null,
      redoLabel: null,
      undo: editing.undo,
      redo: editing.redo,
      commitField: editing.seal,
      ...createSelectionSlice(set, get, ports),
      ...saving.slice,
      ...problems.slice,
      ...createViewportSlice(set, get),
      announcement: null,
      announce: (text) => set({ announcement: { text, at: ports.now() } }),
    };
  });
}
