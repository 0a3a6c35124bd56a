import type { Flow, Position } from '@gatherline/flow';
import { boxAt, type Box } from '../view/card-geometry.ts';
import { CLIPBOARD_KIND, fromClipboard, type Remapped, remap, toClipboard } from './clipboard.ts';
import type { DocumentDependencies } from './document-dependencies.ts';
import { boxesOf, clearOf, pushApart } from './make-room.ts';
import { writePositions } from './node-edits.ts';
import { nodeView, type Node } from '../view/node-view.ts';
import type { DocumentSlice, ExitRef, Pasted } from '../state.ts';

type PasteActions = Pick<DocumentSlice, 'duplicateNodes' | 'copyNodes' | 'pasteNodes' | 'insertGroup'>;

/** How far a copy lies from its original, in pixels. */
const OFFSET = 40;

export function createPasteActions({
  get,
  editing,
}: Pick<DocumentDependencies, 'get' | 'editing'>): PasteActions {
  const paste = (text: string, at: Position | undefined, verb: string): Pasted => {
    const { flow, readOnly } = get();
    if (flow === null || readOnly) return { ok: false, message: 'This flow is read-only.' };
    const clipping = fromClipboard(text);
    if (!clipping.ok) return clipping;
    const remapped = remap(clipping.flow, flow);
    const ids = Object.keys(remapped.nodes);
    if (ids.length === 0)
      return { ok: false, message: 'There is nothing to paste: a flow has one start only.' };
    const positions = arrange(flow, remapped, at);
    const added = Object.entries(clipping.flow.variables).filter(([name]) => !(name in flow.variables));
    const label = `${ids.length === 1 ? '1 step' : `${ids.length} steps`} ${verb}`;
    editing.edit(label, (draft) => {
      for (const [id, node] of Object.entries(remapped.nodes)) draft.nodes[id] = node;
      for (const [name, value] of added) draft.variables[name] = value;
      writePositions(draft, positions);
    });
    get().select(ids);
    get().announce(label);
    return { ok: true, ids, variables: added.map(([name]) => name) };
  };
  return {
    copyNodes(ids) {
      const { flow } = get();
      return flow === null ? '' : toClipboard(flow, ids);
    },
    pasteNodes: (text, at) => paste(text, at, 'pasted'),
    duplicateNodes(ids) {
      const pasted = paste(get().copyNodes(ids), undefined, 'duplicated');
      return pasted.ok ? pasted.ids : [];
    },
    insertGroup(group, at, from) {
      const { flow } = get();
      const text = JSON.stringify({ kind: CLIPBOARD_KIND, nodes: group.nodes, layout: group.layout });
      const clipping = fromClipboard(text);
      if (flow === null || !clipping.ok) return [];
      const { nodes, places, renamed } = remap(clipping.flow, flow);
      const boxes = boxesOf(flow);
      const moved = Object.entries(places).map(
        ([id, [x, y]]) => [id, [x + at[0], y + at[1]] as const] as const,
      );
      for (const [id, position] of moved) boxes.set(id, boxOf(nodes[id], position));
      const label = `${group.name} inserted`;
      const changed = editing.edit(label, (draft) => {
        for (const [id, node] of Object.entries(nodes)) draft.nodes[id] = node;
        writePositions(draft, moved);
        writePositions(draft, pushApart(boxes, Object.keys(nodes)));
        attach(draft, from, renamed.get(group.entry));
      });
      if (!changed) return [];
      get().announce(label);
      return Object.keys(nodes);
    },
  };
}

function attach(draft: Flow, from: ExitRef | undefined, target: string | undefined): void {
  const source = from === undefined ? undefined : draft.nodes[from.node];
  if (source !== undefined && from !== undefined && target !== undefined) source.exits[from.exit] = target;
}

/** Pasted nodes keep their arrangement; as a group they go to `at`, or beside their originals, and below what is there. */
function arrange(
  flow: Flow,
  { nodes, places }: Remapped,
  at: Position | undefined,
): (readonly [string, Position])[] {
  const entries = Object.entries(places);
  const left = Math.min(...entries.map(([, [x]]) => x));
  const top = Math.min(...entries.map(([, [, y]]) => y));
  const [x, y] = at ?? [left + OFFSET, top + OFFSET];
  const shifted = entries.map(
    ([id, place]) => [id, [place[0] - left + x, place[1] - top + y] as const] as const,
  );
  const down = clearOf(
    boxesOf(flow),
    shifted.map(([id, position]) => boxOf(nodes[id], position)),
  );
  return shifted.map(([id, place]) => [id, [place[0], place[1] + down]]);
}

function boxOf(node: Node | undefined, [x, y]: Position): Box {
  return node === undefined ? { x, y, width: 0, height: 0 } : boxAt([x, y], nodeView(node));
}
