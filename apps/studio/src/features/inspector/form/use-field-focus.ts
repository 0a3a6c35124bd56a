import { definitionOf } from '@gatherline/flow';
import { type RefObject, useEffect } from 'react';
import { type EditorState, type Node, type Path, useEditor, useEditorApi } from '../../../store/index.ts';
import { focusWithin } from '../../../ui/index.ts';
import { formOf } from './node-form.tsx';

interface Request {
  readonly node: string;
  readonly panel: RefObject<HTMLElement | null>;
  readonly onTab: (tab: 'settings') => void;
  readonly onOpenGroup: (group: string) => void;
}

const focusOf = (state: EditorState) => state.focusField;

/** Follows the store's wish to show a field: opens its tab and group, scrolls to it and puts the keyboard in it. */
export function useFieldFocus({ node, panel, onTab, onOpenGroup }: Request) {
  const editor = useEditorApi();
  const focus = useEditor(focusOf);
  useEffect(() => {
    if (focus === null || focus.node !== node) return undefined;
    onTab('settings');
    const group = groupOf(editor.getState().flow?.nodes[node], focus.path);
    if (group !== undefined) onOpenGroup(group);
    const frame = requestAnimationFrame(() => {
      if (panel.current !== null) focusWithin(panel.current, focus.path);
    });
    return () => cancelAnimationFrame(frame);
  }, [editor, focus, node, panel, onTab, onOpenGroup]);
}

function groupOf(node: Node | undefined, path: Path): string | undefined {
  const definition = node === undefined ? undefined : definitionOf(node.type);
  if (definition === undefined || path[0] !== 'params') return undefined;
  return formOf(definition).find(({ fields }) => fields.some(({ name }) => name === path[1]))?.group;
}
