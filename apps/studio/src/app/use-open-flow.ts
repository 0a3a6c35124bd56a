import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type OpenedFlow, queryKeys } from '../api/index.ts';
import { editor, useEditor } from '../store/index.ts';

let visits = 0;

/** Hands a loaded flow to the store; on leaving saves what is not saved yet, and closes it. */
export function useOpenFlow(opened: OpenedFlow | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (opened === undefined) return undefined;
    visits += 1;
    const visit = visits;
    editor.getState().open(opened.flow, opened.revision, opened.read_only);
    return () => {
      // Pages that list flows, or what they declare, may have asked before the last change was saved.
      void leave(visit).then(() => client.invalidateQueries({ queryKey: queryKeys.flows }));
    };
  }, [opened, client]);

  const name = useEditor((state) => state.flow?.name);
  useEffect(() => {
    document.title = name === undefined ? 'Gatherline' : `${name} · Gatherline`;
    return () => {
      document.title = 'Gatherline';
    };
  }, [name]);
}

async function leave(visit: number): Promise<void> {
  editor.getState().keepUnsaved();
  await editor.getState().flushSave();
  if (visit === visits) editor.getState().close();
}
