import type { EditorGet, EditorPorts, EditorSet, SelectionSlice, SelectMode } from '../state.ts';

export function createSelectionSlice(
  set: EditorSet,
  get: EditorGet,
  { now }: Pick<EditorPorts, 'now'>,
): SelectionSlice {
  return {
    selection: [],
    inspected: null,
    focusField: null,
    reveal: null,
    settingsFocusRequests: 0,
    select(ids, mode = 'replace') {
      const { flow, selection: before } = get();
      const selection = combine(before, ids, mode).filter((id) => flow?.nodes[id] !== undefined);
      if (selection.length === before.length && selection.every((id, index) => id === before[index])) return;
      const [only] = selection;
      set({
        selection,
        inspected: selection.length === 1 && only !== undefined ? only : null,
        focusField: null,
      });
    },
    inspect(node) {
      set({ inspected: node, focusField: null });
    },
    openSettings(node) {
      get().select([node]);
      set({ inspected: node, focusField: null, settingsFocusRequests: get().settingsFocusRequests + 1 });
    },
    revealNode(node) {
      get().select([node]);
      set({ reveal: { node, at: now() } });
    },
    revealField(node, path) {
      get().select([node]);
      set({
        inspected: node,
        reveal: { node, at: now() },
        focusField: path === undefined ? null : { node, path },
      });
    },
  };
}

function combine(before: readonly string[], ids: readonly string[], mode: SelectMode): readonly string[] {
  if (mode === 'replace') return [...new Set(ids)];
  if (mode === 'add') return [...new Set([...before, ...ids])];
  return [...before.filter((id) => !ids.includes(id)), ...ids.filter((id) => !before.includes(id))];
}
