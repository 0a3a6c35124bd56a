import { definitionOf, type FlowControl } from '@gatherline/flow';
import { type EditorState, fieldsFor, useEditor } from '../../../store/index.ts';

/** The flow that the step in the inspector names, and the version it is pinned to. */
export interface NamedFlow {
  readonly id: string | null;
  readonly version: number | null;
}

export function useNamedFlow(): NamedFlow {
  const id = useEditor(idOf);
  const version = useEditor(versionOf);
  return { id, version };
}

function idOf(state: EditorState): string | null {
  const value = paramOf(state, 'flow');
  return typeof value === 'string' && value !== '' ? value : null;
}

function versionOf(state: EditorState): number | null {
  const value = paramOf(state, 'flow_version');
  return typeof value === 'number' ? value : null;
}

function paramOf({ flow, inspected }: EditorState, kind: FlowControl['kind']) {
  const node = inspected === null ? undefined : flow?.nodes[inspected];
  const definition = node === undefined ? undefined : definitionOf(node.type);
  if (node === undefined || definition === undefined) return undefined;
  const field = fieldsFor(definition).find(({ control }) => control.kind === kind);
  return field === undefined ? undefined : node.params[field.name];
}
