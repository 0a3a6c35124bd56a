import { useCallback } from 'react';
import { type EditorState, languagesOf, useEditorApi } from '../../../store/index.ts';

const none: readonly string[] = ['en-US'];

/** The languages of the open flow, its default first. */
export function spokenOf({ flow }: EditorState): readonly string[] {
  return flow === null ? none : languagesOf(flow);
}

/** Lets the flow speak one more language: every text gets a field for it. */
export function useSpeakToo(): (language: string) => void {
  const editor = useEditorApi();
  return useCallback(
    (language) => {
      const { flow, setLanguages } = editor.getState();
      if (flow !== null) setLanguages([...languagesOf(flow), language]);
    },
    [editor],
  );
}
