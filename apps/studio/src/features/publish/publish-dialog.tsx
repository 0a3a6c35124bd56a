import { Button, Group, Modal, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { type EditorState, useEditor, useEditorApi } from '../../store/index.ts';
import { IssueList, Notice } from '../../ui/index.ts';
import { issuesOf, type Ways } from './issues.ts';
import { PublishedChanges } from './published-changes.tsx';
import styles from './publish.module.css';
import { useObstacles } from './use-obstacles.ts';
import { type Publishing, usePublishing } from './use-publishing.ts';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const flowOf = (state: EditorState) => state.flow;
const isAskingOf = (state: EditorState) => state.bindingRequest !== null;

/** Problems first, then what changes for callers, then the button. */
export function PublishDialog({ isOpen, onClose }: Props) {
  const publishing = usePublishing();
  const isAsking = useEditor(isAskingOf);
  const close = () => {
    onClose();
    publishing.reset();
  };
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      title="Publish this flow"
      size="lg"
      // Escape closes the dialog for a value above this one, and only that.
      closeOnEscape={!isAsking}
      trapFocus={!isAsking}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {isOpen && <Content publishing={publishing} onClose={close} />}
    </Modal>
  );
}

function Content({ publishing, onClose }: { readonly publishing: Publishing; readonly onClose: () => void }) {
  const flow = useEditor(flowOf);
  const editor = useEditorApi();
  const navigate = useNavigate();
  const { state } = publishing;
  const { errors, warnings, isBarred } = useObstacles(flow, state);
  const dialog = useFocusKept(errors.length);
  if (flow === null) return null;
  if (state.kind === 'done') return <Done version={state.version} onClose={onClose} />;
  const ways: Ways = { editor, onLeave: onClose, onOpenFlow: (id) => void navigate(`/flows/${id}`) };
  const isStillRefused = state.kind === 'refused' && (state.problems.length === 0 || errors.length > 0);
  return (
    <div className={styles.dialog} ref={dialog}>
      {errors.length > 0 && (
        <section aria-labelledby="publish-errors">
          <h3 id="publish-errors" className={styles.heading}>
            {errors.length === 1
              ? 'One error must be mended first'
              : `${errors.length} errors must be mended first`}
          </h3>
          <IssueList label="Errors" issues={issuesOf(errors, flow, ways)} />
        </section>
      )}
      {warnings.length > 0 && (
        <section aria-labelledby="publish-warnings">
          <h3 id="publish-warnings" className={styles.heading}>
            Worth a look, but no obstacle
          </h3>
          <IssueList label="Warnings" issues={issuesOf(warnings, flow, ways)} />
        </section>
      )}
      <section aria-labelledby="publish-changes">
        <h3 id="publish-changes" className={styles.heading}>
          What changes for callers
        </h3>
        <PublishedChanges flow={flow} />
      </section>
      {state.kind === 'refused' && isStillRefused && (
        <Notice tone="danger" role="alert" title="Not published">
          {state.message}
        </Notice>
      )}
      <Text size="xs" className={styles.note}>
        Calls in progress stay on the version on which they began.
      </Text>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          loading={state.kind === 'busy'}
          disabled={isBarred}
          data-publish
          onClick={() => void publishing.publish()}
        >
          Publish now
        </Button>
      </Group>
    </div>
  );
}

/** When an error goes, the keyboard that stood on it goes to the next one, or to the button that publishes. */
function useFocusKept(errors: number) {
  const dialog = useRef<HTMLDivElement>(null);
  const before = useRef(errors);
  useEffect(() => {
    const hasLost = document.activeElement === null || document.activeElement === document.body;
    if (errors < before.current && hasLost)
      dialog.current?.querySelector<HTMLElement>(errors > 0 ? 'li button' : '[data-publish]')?.focus();
    before.current = errors;
  }, [errors]);
  return dialog;
}

function Done({ version, onClose }: { readonly version: number; readonly onClose: () => void }) {
  return (
    <div className={styles.dialog}>
      <Notice tone="good" role="status" title={`Version ${version} is published`}>
        Every new call takes this version from now on.
      </Notice>
      <Group justify="flex-end">
        <Button data-autofocus onClick={onClose}>
          Done
        </Button>
      </Group>
    </div>
  );
}
