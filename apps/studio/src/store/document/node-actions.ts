import { definitionOf, type Flow } from '@gatherline/flow';
import { arrange } from './align.ts';
import type { DocumentDependencies } from './document-dependencies.ts';
import { firstBlank, freshNode } from './fresh-node.ts';
import { boxesOf } from './make-room.ts';
import { openGap, placeNode, takeAway, writePositions } from './node-edits.ts';
import { withParts } from './json-paths.ts';
import { nodeView, type Node } from '../view/node-view.ts';
import type { DocumentSlice, ExitRef } from '../state.ts';
import { canLeadTo, exitName, subjectOf } from './wiring.ts';

type NodeActions = Pick<
  DocumentSlice,
  'addNode' | 'insertNode' | 'removeNodes' | 'connect' | 'moveNodes' | 'arrangeNodes'
>;

export function createNodeActions({ set, get, editing, timeZone }: DocumentDependencies): NodeActions {
  /** Edits, and tells people who can't see the canvas what happened. */
  const editAloud = (label: string, change: (draft: Flow) => void) => {
    const changed = editing.edit(label, change);
    if (changed) get().announce(label);
    return changed;
  };
  /** Selects a new node, with the keyboard where something is still to be filled in. */
  const openSettings = ({ id, node }: { id: string; node: Node }) => {
    get().select([id]);
    const path = firstBlank(node);
    if (path !== null) set({ focusField: { node: id, path } });
  };
  return {
    addNode({ type, at, from: wanted, to }) {
      const { flow } = get();
      const fresh = flow === null ? null : freshNode(flow, type, timeZone);
      if (flow === null || fresh === null) return null;
      const from = nodeView(fresh.node).hasEntry ? wanted : undefined;
      const label = `${titleOf(fresh.node)} added`;
      if (!editAloud(label, (draft) => placeNode(flow, draft, { ...fresh, at, from, to }))) return null;
      openSettings(fresh);
      return fresh.id;
    },
    insertNode({ type, between }) {
      const { flow } = get();
      const target = flow?.nodes[between.node]?.exits[between.exit];
      const fresh = flow === null ? null : freshNode(flow, type, timeZone);
      if (flow === null || fresh === null || target === undefined || !nodeView(fresh.node).hasEntry)
        return null;
      const { at, moved } = openGap(flow, between, target);
      const layout = {
        ...flow.layout,
        ...Object.fromEntries([...moved].map(([id, [x, y]]) => [id, [x, y]])),
      };
      const changed = editAloud(`${titleOf(fresh.node)} inserted`, (draft) => {
        writePositions(draft, moved);
        placeNode(withParts(flow, { layout }), draft, { ...fresh, at, from: between, to: target });
      });
      if (!changed) return null;
      openSettings(fresh);
      return fresh.id;
    },
    removeNodes(ids) {
      const { flow } = get();
      const present = ids.filter((id) => flow?.nodes[id] !== undefined);
      if (flow === null || present.length === 0) return;
      editAloud(`${subjectOf(flow, present)} deleted`, (draft) => takeAway(draft, present));
    },
    connect(from, target) {
      const { flow } = get();
      if (flow === null || (target !== null && !canLeadTo(flow, target))) return;
      editAloud(wireLabel(flow, from, target), (draft) => wire(draft, from, target));
    },
    moveNodes(positions, options) {
      const { flow } = get();
      const moves = Object.entries(positions).filter(([id]) => flow?.nodes[id] !== undefined);
      if (flow === null || moves.length === 0) return;
      const ids = moves.map(([id]) => id);
      const key = options?.burst === true ? `move:${ids.toSorted().join()}` : undefined;
      editing.edit(`${subjectOf(flow, ids)} moved`, (draft) => writePositions(draft, moves), key);
    },
    arrangeNodes(how) {
      const { flow, selection } = get();
      if (flow === null) return;
      const boxes = boxesOf(flow);
      const chosen = new Map([...boxes].filter(([id]) => selection.includes(id)));
      editAloud(`${subjectOf(flow, selection)} lined up`, (draft) =>
        writePositions(draft, arrange(chosen, how)),
      );
    },
  };
}

function wire(draft: Flow, from: ExitRef, target: string | null): void {
  const node = draft.nodes[from.node];
  if (node === undefined) return;
  if (target === null) delete node.exits[from.exit];
  else node.exits[from.exit] = target;
}

function titleOf(node: Node): string {
  return node.label ?? definitionOf(node.type)?.title ?? node.type;
}

function wireLabel(flow: Flow, from: ExitRef, target: string | null): string {
  if (target === null) return `${exitName(flow, from)} disconnected`;
  return `${exitName(flow, from)} connected to ${subjectOf(flow, [target])}`;
}
