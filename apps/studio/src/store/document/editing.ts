import type { Flow } from '@gatherline/flow';
import { apply, create, type Patches } from 'mutative';
import { freshHistory, type History, markOf, record, seal, stepBack, stepForward } from './history.ts';
import type { Node } from '../view/node-view.ts';
import type { EditorGet, EditorPorts, EditorSet } from '../state.ts';

/** The one way to change the open document: every change is recorded, so every change can be undone. */
export interface Editing {
  /** Changes the document in place inside `change`. Answers false when nothing changed or nothing may. */
  readonly edit: (label: string, change: (draft: Flow) => void, key?: string) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Ends a burst: the next change is a step of its own. */
  readonly seal: () => void;
  /** The node as it was when the field called `key` began to change; `node` itself when the field is new. */
  readonly fieldBase: (key: string, node: Node) => Node;
  /** Puts another document in place, with a history of its own. */
  readonly reset: (flow: Flow | null, readOnly: boolean) => void;
  readonly mark: () => number;
}

export function createEditing(
  set: EditorSet,
  get: EditorGet,
  { now }: Pick<EditorPorts, 'now'>,
  onChange: () => void,
): Editing {
  let history: History = freshHistory;
  let field: { key: string; node: Node } | null = null;

  const publish = (flow: Flow | null, change: History) => {
    history = change;
    set({ flow, ...flagsOf(history), ...keepExisting(get(), flow) });
    onChange();
  };

  const travel = (
    move: typeof stepBack,
    patchesOf: (step: { patches: Patches; inverse: Patches }) => Patches,
  ) => {
    const { flow, readOnly } = get();
    const moved = flow === null || readOnly ? null : move(history);
    if (flow === null || moved === null) return null;
    field = null;
    publish(apply(flow, patchesOf(moved.step)), moved.history);
    return moved.step.label;
  };

  return {
    edit(label, change, key) {
      const { flow, readOnly } = get();
      if (flow === null || readOnly) return false;
      const [next, patches, inverse] = withPatches(flow, change);
      if (patches.length === 0) return false;
      publish(next, record(history, { label, key: key ?? null, at: now(), patches, inverse }));
      return true;
    },
    undo() {
      const label = travel(stepBack, (step) => step.inverse);
      get().announce(label === null ? 'Nothing to undo' : `Undone: ${label}`);
    },
    redo() {
      const label = travel(stepForward, (step) => step.patches);
      get().announce(label === null ? 'Nothing to redo' : `Redone: ${label}`);
    },
    seal() {
      history = seal(history);
      field = null;
    },
    fieldBase(key, node) {
      if (field?.key !== key) field = { key, node };
      return field.node;
    },
    reset(flow, readOnly) {
      history = freshHistory;
      field = null;
      set({
        flow,
        readOnly,
        ...flagsOf(history),
        selection: [],
        inspected: null,
        focusField: null,
        reveal: null,
      });
    },
    mark: () => markOf(history),
  };
}

/** Generic, because the compiler loses itself in mutative's types of a document that holds any JSON. */
function withPatches<T extends object>(base: T, change: (draft: T) => void) {
  return create(base, change, { enablePatches: true });
}

function flagsOf({ past, future }: History) {
  return {
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    undoLabel: past.at(-1)?.label ?? null,
    redoLabel: future[0]?.label ?? null,
  };
}

/** Selection and inspector forget nodes that a change took away. */
function keepExisting({ selection, inspected }: ReturnType<EditorGet>, flow: Flow | null) {
  const exists = (id: string) => flow?.nodes[id] !== undefined;
  return {
    selection: selection.every(exists) ? selection : selection.filter(exists),
    inspected: inspected !== null && exists(inspected) ? inspected : null,
  };
}
