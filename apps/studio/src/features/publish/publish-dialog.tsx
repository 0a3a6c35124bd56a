import { Button, Group, Modal, Text } from '@mantine/core';
import { type EditorState, useEditor } from '../../store/index.ts';
import { IssueList, Notice } from '../../ui/index.ts';
import { issuesOf } from './issues.ts';
import { PublishedChanges } from './published-changes.tsx';
import styles from './publish.module.css';
import { type Publishing, usePublishing } from './use-publishing.ts';

interface Props {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const flowOf = (state: EditorState) => state.flow;
const problemsOf = (state: EditorState) => state.problems;

/** Problems first, then what changes for callers, then the button. */
export function PublishDialog({ isOpen, onClose }: Props) {
  const publishing = usePublishing();
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
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {isOpen && <Content publishing={publishing} onClose={close} />}
    </Modal>
  );
}

function Content({ publishing, onClose }: { readonly publishing: Publishing; readonly onClose: () => void }) {
  const flow = useEditor(flowOf);
  const problems = useEditor(problemsOf);
  const { state } = publishing;
  if (flow === null) return null;
  if (state.kind === 'done') return <Done version={state.version} onClose={onClose} />;
  const refused = state.kind === 'refused' ? state.problems : [];
  const all = refused.length > 0 ? refused : problems;
  const errors = all.filter(({ severity }) => severity === 'error');
  const warnings = all.filter(({ severity }) => severity !== 'error');
  return (
    <div className={styles.dialog}>
      {errors.length > 0 && (
        <section aria-labelledby="publish-errors">
          <h3 id="publish-errors" className={styles.heading}>
            {errors.length === 1
              ? 'One error must be mended first'
              : `${errors.length} errors must be mended first`}
          </h3>
          <IssueList label="Errors" issues={issuesOf(errors, flow, onClose)} />
        </section>
      )}
      {warnings.length > 0 && (
        <section aria-labelledby="publish-warnings">
          <h3 id="publish-warnings" className={styles.heading}>
            Worth a look, but no obstacle
          </h3>
          <IssueList label="Warnings" issues={issuesOf(warnings, flow, onClose)} />
        </section>
      )}
      <section aria-labelledby="publish-changes">
        <h3 id="publish-changes" className={styles.heading}>
          What changes for callers
        </h3>
        <PublishedChanges flow={flow} />
      </section>
      {state.kind === 'refused' && (
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
          disabled={errors.length > 0 && refused.length === 0}
          onClick={() => void publishing.publish()}
        >
          Publish now
        </Button>
      </Group>
    </div>
  );
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
