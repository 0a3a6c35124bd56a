import type { Editor, ExitRef, PickerRequest } from '../../store/index.ts';
import { DISCONNECT } from './choices.ts';
import { rememberType } from './recent.ts';

/** Does what was chosen, and gives the keyboard back to the canvas unless a new step's first field wants it. */
export function choose(editor: Editor, request: PickerRequest, id: string): void {
  const { connect, addNode, insertNode, closePicker } = editor.getState();
  closePicker();
  if (request.kind === 'connect') connect(request.from, id === DISCONNECT ? null : id);
  else {
    rememberType(id);
    const { between, at, from, to } = request;
    if (between === undefined) addNode({ type: id, at, from, to });
    else if (isWired(editor, between)) insertNode({ type: id, between });
    else addNode({ type: id, at, from: between });
  }
  if (editor.getState().focusField === null || request.kind === 'connect') focusCanvas();
}

export function dismiss(editor: Editor): void {
  editor.getState().closePicker();
  focusCanvas();
}

function isWired(editor: Editor, { node, exit }: ExitRef): boolean {
  return editor.getState().flow?.nodes[node]?.exits[exit] !== undefined;
}

function focusCanvas(): void {
  document.querySelector<HTMLElement>('[data-region="canvas"]')?.focus({ preventScroll: true });
}
