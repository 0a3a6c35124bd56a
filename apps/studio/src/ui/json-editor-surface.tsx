import { useEffect, useRef } from 'react';
import styles from './json-editor.module.css';
import type { TextMark, TextPlace } from './json-text.ts';
import { createJsonView, type JsonView } from './json-view.ts';

export interface JsonEditorProps {
  /** The name for screen readers. */
  readonly label: string;
  readonly describedBy?: string | undefined;
  readonly value: string;
  readonly marks: readonly TextMark[];
  readonly readOnly: boolean;
  /** Where the caret goes; `at` tells two wishes for one place apart. */
  readonly goTo: { readonly place: TextPlace; readonly at: number } | null;
  readonly onChange: (text: string) => void;
  /** The person pressed Ctrl+Enter. */
  readonly onSubmit: () => void;
  /** The person left the field, or saves. */
  readonly onLeave: () => void;
}

/** The element that CodeMirror draws into. */
export function JsonEditorSurface(props: JsonEditorProps) {
  const { label, describedBy, value, marks, readOnly, goTo } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<JsonView>(null);
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    const parent = host.current;
    if (parent === null) return undefined;
    const made = createJsonView({
      parent,
      text: latest.current.value,
      onChange: (text) => latest.current.onChange(text),
      onSubmit: () => latest.current.onSubmit(),
      onLeave: () => latest.current.onLeave(),
    });
    view.current = made;
    return () => {
      view.current = null;
      made.destroy();
    };
  }, []);
  useEffect(() => view.current?.setText(value), [value]);
  useEffect(() => view.current?.setMarks(marks), [marks]);
  useEffect(() => view.current?.setLook({ label, describedBy, readOnly }), [label, describedBy, readOnly]);
  useEffect(() => {
    if (goTo !== null) view.current?.goTo(goTo.place);
  }, [goTo]);
  return <div ref={host} className={styles.editor} data-invalid={marks.some(isError)} />;
}

function isError({ severity }: JsonEditorProps['marks'][number]): boolean {
  return severity === 'error';
}
