import { definitionOf, type Flow } from '@gatherline/flow';
import { spotAfter } from '../document/node-edits.ts';
import { nodeView } from './node-view.ts';
import type { EditorGet, EditorSet, ExitRef, Viewport, ViewportSlice } from '../state.ts';

export function createViewportSlice(set: EditorSet, get: EditorGet): ViewportSlice {
  let viewport: Viewport | null = null;
  return {
    picker: null,
    openPicker: (picker) => set({ picker }),
    closePicker: () => set({ picker: null }),
    bindingRequest: null,
    requestBinding: (bindingRequest) => set({ bindingRequest }),
    setViewport(next) {
      viewport = next;
    },
    appendNode(type) {
      const { flow, selection, addNode } = get();
      if (flow === null) return null;
      const hasEntry = definitionOf(type)?.role === 'step';
      const from = hasEntry ? looseEnd(flow, selection) : undefined;
      const at = from === undefined ? (viewport?.centre() ?? [0, 0]) : spotAfter(flow, from);
      return addNode({ type, at, from });
    },
  };
}

/** The first main exit without a wire of the one selected node, or of the only node there is. */
function looseEnd(flow: Flow, selection: readonly string[]): ExitRef | undefined {
  const ids = Object.keys(flow.nodes);
  const id = selection.length === 1 ? selection[0] : ids.length === 1 ? ids[0] : undefined;
  const node = id === undefined ? undefined : flow.nodes[id];
  if (id === undefined || node === undefined) return undefined;
  const exit = nodeView(node).exits.find(
    (candidate) => candidate.kind === 'main' && node.exits[candidate.id] === undefined,
  );
  return exit === undefined ? undefined : { node: id, exit: exit.id };
}
