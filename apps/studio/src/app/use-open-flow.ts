import { useEffect } from 'react';
import type { OpenedFlow } from '../api/index.ts';
import { editor, useEditor } from '../store/index.ts';

let visits = 0;

/** Hands a loaded flow to the store; on leaving saves what is not saved yet, and closes it. */
export function useOpenFlow(opened: OpenedFlow | undefined): void {
  useEffect(() => {
    if (opened === undefined) return undefined;
    visits += 1;
    const visit = visits;
    editor.getState().open(opened.flow, opened.revision, opened.read_only);
    return () => void leave(visit);
  }, [opened]);

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
