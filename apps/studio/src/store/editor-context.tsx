import { createContext, type PropsWithChildren, useContext } from 'react';
import { useStore } from 'zustand';
import type { Editor } from './editor.ts';
import { OverlayProvider } from './overlay/index.ts';
import type { EditorState } from './state.ts';

const EditorContext = createContext<Editor | null>(null);

/** Gives what is inside its open flow, and an overlay over it. Two of them on one page are two flows that know nothing of each other. */
export function EditorProvider({ editor, children }: PropsWithChildren<{ readonly editor: Editor }>) {
  return (
    <EditorContext value={editor}>
      <OverlayProvider>{children}</OverlayProvider>
    </EditorContext>
  );
}

/** Follows one thing of the open flow. A selector that makes a new object each time needs `useShallow`. */
export function useEditor<T>(select: (state: EditorState) => T): T {
  return useStore(useEditorApi(), select);
}

/** The store itself, for what reads or acts at a later moment; it never draws anything again. */
export function useEditorApi(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error('There is no EditorProvider around this component.');
  return editor;
}
