import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { TextMark, TextPlace } from './json-text.ts';

export interface JsonView {
  /** Shows another text; does nothing when it is there already. */
  readonly setText: (text: string) => void;
  readonly setMarks: (marks: readonly TextMark[]) => void;
  readonly setLook: (look: Look) => void;
  readonly goTo: (place: TextPlace) => void;
  readonly destroy: () => void;
}

interface Look {
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly readOnly: boolean;
}

interface Request {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onSubmit: () => void;
  readonly onLeave: () => void;
}

/** A CodeMirror for JSON inside `parent`. The Tab key leaves it, as it leaves any field. */
export function createJsonView({ parent, text, onChange, onSubmit, onLeave }: Request): JsonView {
  const look = new Compartment();
  const submit = () => {
    onSubmit();
    return true;
  };
  const save = () => {
    onLeave();
    return false;
  };
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        // Before the usual keys, where Ctrl+Enter makes an empty line.
        keymap.of([
          { key: 'Mod-Enter', run: submit },
          // Saving takes along what is typed here; the key itself is for the whole studio.
          { key: 'Mod-s', run: save },
        ]),
        history(),
        keymap.of([...defaultKeymap, ...historyKeymap]),
        lineNumbers(),
        lintGutter(),
        json(),
        syntaxHighlighting(classHighlighter),
        bracketMatching(),
        indentOnInput(),
        EditorView.lineWrapping,
        EditorView.updateListener.of((update) => {
          if (update.docChanged) onChange(update.state.doc.toString());
        }),
        EditorView.domEventHandlers({ blur: () => onLeave() }),
        look.of([]),
      ],
    }),
  });
  return {
    setText(next) {
      if (next === view.state.doc.toString()) return;
      const caret = Math.min(view.state.selection.main.head, next.length);
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        selection: { anchor: caret },
      });
    },
    setMarks(marks) {
      const end = view.state.doc.length;
      const diagnostics = marks.map(({ severity, text: message, place }) => ({
        severity,
        message,
        from: Math.min(place.from, end),
        to: Math.min(place.to, end),
      }));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    setLook({ label, describedBy, readOnly }) {
      const attributes = EditorView.contentAttributes.of({
        'aria-label': label,
        ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
        spellcheck: 'false',
      });
      view.dispatch({ effects: look.reconfigure([attributes, EditorState.readOnly.of(readOnly)]) });
    },
    goTo({ from }) {
      const at = Math.min(from, view.state.doc.length);
      view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}
