import { type EditorState, editor, languagesOf } from '../../store/index.ts';

const none: readonly string[] = ['en-US'];

/** The languages of the open flow, its default first. */
export function spokenOf({ flow }: EditorState): readonly string[] {
  return flow === null ? none : languagesOf(flow);
}

/** The flow speaks one more language from now on: every text gets a field for it. */
export function speakToo(language: string): void {
  const { flow, setLanguages } = editor.getState();
  if (flow !== null) setLanguages([...languagesOf(flow), language]);
}
