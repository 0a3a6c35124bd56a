import { Button, Group } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { messageOf, useFlows } from '../../api/index.ts';
import { ErrorState, LoadingState, usePageTitle } from '../../ui/index.ts';
import { DropTarget } from './drop-target.tsx';
import { FlowCard } from './flow-card.tsx';
import styles from './flows.module.css';
import { Gallery } from './gallery.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { PickFileButton } from './pick-file-button.tsx';

/** The first page: every flow, and the ways to get a new one; while there is none, the templates. */
export function FlowsPage() {
  usePageTitle('Your flows');
  const flows = useFlows();
  const [file, setFile] = useState<File | null>(null);
  const isEmpty = flows.data?.length === 0;
  const isReadOnly = flows.data?.some((flow) => flow.read_only) ?? false;
  return (
    <DropTarget onDrop={setFile}>
      <main className={styles.page}>
        <div className={styles.heading}>
          <div>
            <h1 className={styles.title}>{isEmpty ? 'What should callers go through?' : 'Your flows'}</h1>
            {isEmpty && (
              <p className={styles.lead}>
                There is no flow yet. Begin with a ready-made one and change what you like, draw your own, or
                drop a .flow.json file anywhere on this page.
              </p>
            )}
            {isReadOnly && (
              <p className={styles.lead}>
                They come from a folder of files: change them there, and start the service again.
              </p>
            )}
          </div>
          {flows.isSuccess && !isReadOnly && <Actions hasNew={!isEmpty} onPick={setFile} />}
        </div>
        {flows.isPending && <LoadingState>Loading your flows…</LoadingState>}
        {flows.isError && (
          <ErrorState title="Your flows could not be loaded" onRetry={() => void flows.refetch()}>
            {messageOf(flows.error)}
          </ErrorState>
        )}
        {isEmpty && <Gallery />}
        {flows.data !== undefined && !isEmpty && (
          <ul className={styles.cards} aria-label="Flows">
            {flows.data.map((flow) => (
              <li key={flow.id}>
                <FlowCard flow={flow} nowMs={flows.dataUpdatedAt} />
              </li>
            ))}
          </ul>
        )}
      </main>
      <ImportDialog file={file} flows={flows.data ?? []} onClose={() => setFile(null)} />
    </DropTarget>
  );
}

interface ActionsProps {
  readonly hasNew: boolean;
  readonly onPick: (file: File) => void;
}

function Actions({ hasNew, onPick }: ActionsProps) {
  return (
    <Group gap="sm">
      <PickFileButton
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden />}
        onPick={onPick}
      >
        Import
      </PickFileButton>
      {hasNew && (
        <Button component={Link} to="/new" leftSection={<IconPlus size={16} aria-hidden />}>
          New flow
        </Button>
      )}
    </Group>
  );
}
