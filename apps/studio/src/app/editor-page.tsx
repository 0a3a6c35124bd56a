import { Button } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { messageOf, useFlow } from '../api/index.ts';
import { PhoneProvider } from '../features/phone/index.ts';
import { useEditor } from '../store/index.ts';
import { ErrorState, LoadingState } from '../ui/index.ts';
import { EditorLayout } from './editor-layout.tsx';
import { useGlobalKeys } from './use-global-keys.ts';
import { useOpenFlow } from './use-open-flow.ts';
import { useUnsavedGuard } from './use-unsaved-guard.ts';

/** One flow, open for drawing. */
export function EditorPage() {
  const { id = '' } = useParams();
  const opened = useFlow(id);
  useOpenFlow(opened.data);
  useUnsavedGuard();
  useGlobalKeys();
  const isOpen = useEditor((state) => state.flow?.id === id);
  if (opened.isError) {
    return (
      <main>
        <ErrorState title="This flow can't be opened" onRetry={() => void opened.refetch()}>
          {messageOf(opened.error)}
        </ErrorState>
        <p style={{ textAlign: 'center' }}>
          <Button component={Link} to="/" variant="subtle">
            Back to your flows
          </Button>
        </p>
      </main>
    );
  }
  if (!isOpen) return <LoadingState>Opening the flow…</LoadingState>;
  return (
    <PhoneProvider>
      <EditorLayout />
    </PhoneProvider>
  );
}
