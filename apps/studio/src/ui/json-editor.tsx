import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import styles from './json-editor.module.css';
import type { TextPlace } from './json-text.ts';

/** Something to mend in a text, and where. */
export interface TextMark {
  readonly severity: 'error' | 'warning';
  readonly text: string;
  readonly place: TextPlace;
}

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

const Surface = lazy(async () => ({
  default: (await import('./json-editor-surface.tsx')).JsonEditorSurface,
}));

/** JSON with colours, line numbers and marks. Fetched when it is first shown. */
export function JsonEditor(props: JsonEditorProps) {
  return (
    <Suspense fallback={<Skeleton className={styles.waiting ?? ''} height={240} />}>
      <Surface {...props} />
    </Suspense>
  );
}
