import { useEffect } from 'react';
import { useEditor, useEditorApi } from '../store/index.ts';

/** Keeps edits safe when the tab is hidden, closed or back on line; asks before closing only while something is unsaved. */
export function useUnsavedGuard(): void {
  const editor = useEditorApi();
  const isSafe = useEditor(({ saveState }) => saveState === 'saved' || saveState === 'read_only');

  useEffect(() => {
    if (isSafe) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isSafe]);

  useEffect(() => {
    const keep = () => {
      if (document.visibilityState !== 'hidden') return;
      editor.getState().keepUnsaved();
      void editor.getState().flushSave();
    };
    const retry = () => void editor.getState().flushSave();
    document.addEventListener('visibilitychange', keep);
    window.addEventListener('pagehide', keep);
    window.addEventListener('online', retry);
    return () => {
      document.removeEventListener('visibilitychange', keep);
      window.removeEventListener('pagehide', keep);
      window.removeEventListener('online', retry);
    };
  }, [editor]);
}
