import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import styles from './json-editor.module.css';
import type { JsonEditorProps } from './json-editor-surface.tsx';

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
