import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type OpenedFlow, queryKeys } from '../api/index.ts';
import { type Editor, useEditor, useEditorApi } from '../store/index.ts';

/** How often each editor has opened a flow: a slow leave must not close what was opened after it. */
const visits = new WeakMap<Editor, number>();

/** Hands a loaded flow to the store; on leaving saves what is not saved yet, and closes it. */
export function useOpenFlow(opened: OpenedFlow | undefined): void {
  const client = useQueryClient();
  const editor = useEditorApi();
  useEffect(() => {
    if (opened === undefined) return undefined;
    const visit = (visits.get(editor) ?? 0) + 1;
    visits.set(editor, visit);
    editor.getState().open(opened.flow, opened.revision, opened.read_only);
    return () => {
      // Pages that list flows, or what they declare, may have asked before the last change was saved.
      void leave(editor, visit).then(() => client.invalidateQueries({ queryKey: queryKeys.flows }));
    };
  }, [opened, client, editor]);

  const name = useEditor((state) => state.flow?.name);
  useEffect(() => {
    document.title = name === undefined ? 'Gatherline' : `${name} · Gatherline`;
    return () => {
      document.title = 'Gatherline';
    };
  }, [name]);
}

async function leave(editor: Editor, visit: number): Promise<void> {
  editor.getState().keepUnsaved();
  await editor.getState().flushSave();
  if (visit === visits.get(editor)) editor.getState().close();
}
