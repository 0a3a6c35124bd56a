import { Button, Group } from '@mantine/core';
import { IconFileImport, IconPlus, IconRoute } from '@tabler/icons-react';
import { useState } from 'react';
import { messageOf, useFlows } from '../../api/index.ts';
import { EmptyState, ErrorState, LoadingState } from '../../ui/index.ts';
import { DropTarget } from './drop-target.tsx';
import { FlowCard } from './flow-card.tsx';
import styles from './flows.module.css';
import { ImportDialog } from './import-dialog.tsx';
import { NewFlowDialog } from './new-flow-dialog.tsx';
import { PickFileButton } from './pick-file-button.tsx';
import { ServiceNote } from './service-note.tsx';

/** The first page: every flow, and the ways to get a new one. */
export function FlowsPage() {
  const flows = useFlows();
  const [isNew, setNew] = useState(false);
  const [file, setFile] = useState<File | null>(null);
  const taken = flows.data?.map(({ id }) => id) ?? [];
  const actions = (
    <Group gap="sm">
      <PickFileButton
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden />}
        onPick={setFile}
      >
        Import
      </PickFileButton>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNew(true)}>
        New flow
      </Button>
    </Group>
  );
  return (
    <DropTarget onDrop={setFile}>
      <main className={styles.page}>
        <header className={styles.top}>
          <div className={styles.brand}>
            <span className={styles.logo}>
              <IconRoute size={20} aria-hidden />
            </span>
            Gatherline
          </div>
          <ServiceNote />
        </header>
        <div className={styles.heading}>
          <h1 className={styles.title}>Your flows</h1>
          {(flows.data?.length ?? 0) > 0 && actions}
        </div>
        {flows.isPending && <LoadingState>Loading your flows…</LoadingState>}
        {flows.isError && (
          <ErrorState title="Your flows could not be loaded" onRetry={() => void flows.refetch()}>
            {messageOf(flows.error)}
          </ErrorState>
        )}
        {flows.data?.length === 0 && (
          <EmptyState icon={IconRoute} title="No flows yet" actions={actions}>
            A flow is what callers go through: a greeting, a menu, a question, a transfer. Draw one, or drop a
            .flow.json file anywhere on this page.
          </EmptyState>
        )}
        {flows.data !== undefined && flows.data.length > 0 && (
          <ul className={styles.cards} aria-label="Flows">
            {flows.data.map((flow) => (
              <li key={flow.id}>
                <FlowCard flow={flow} nowMs={flows.dataUpdatedAt} />
              </li>
            ))}
          </ul>
        )}
      </main>
      <NewFlowDialog isOpen={isNew} taken={taken} onClose={() => setNew(false)} />
      <ImportDialog file={file} flows={flows.data ?? []} onClose={() => setFile(null)} />
    </DropTarget>
  );
}
