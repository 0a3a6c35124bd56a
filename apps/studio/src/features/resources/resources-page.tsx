import { Button } from '@mantine/core';
import { IconPlus, IconVariable } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { messageOf, useDrafts, useResources } from '../../api/index.ts';
import { EmptyState, ErrorState, LoadingState, Notice, usePageTitle } from '../../ui/index.ts';
import { NeededList } from './needed-list.tsx';
import { ResourceDialog } from './resource-dialog.tsx';
import { isMissing, type ResourceRow, rowsOf } from './resource-rows.ts';
import { ResourceTable } from './resource-table.tsx';
import styles from './resources.module.css';

/** What names are bound to in this service, and which of them flows still miss. */
export function ResourcesPage() {
  usePageTitle('Details');
  const resources = useResources();
  const drafts = useDrafts();
  if (resources.isError)
    return (
      <Frame>
        <ErrorState title="The details could not be loaded" onRetry={() => void resources.refetch()}>
          {messageOf(resources.error)}
        </ErrorState>
      </Frame>
    );
  if (resources.isPending || drafts.isPending)
    return (
      <Frame>
        <LoadingState>Loading the details…</LoadingState>
      </Frame>
    );
  const rows = rowsOf(resources.data, drafts.data?.flows ?? []);
  const isReadOnly = drafts.data?.readOnly === true || resources.data.some((each) => each.read_only);
  const unread = drafts.isError ? 'your flows' : (drafts.data?.unread ?? []).join(', ');
  return <Content rows={rows} isReadOnly={isReadOnly} unread={unread} nowMs={resources.dataUpdatedAt} />;
}

interface ContentProps {
  readonly rows: readonly ResourceRow[];
  readonly isReadOnly: boolean;
  /** Flows that could not be read, in words; an empty text when all could. */
  readonly unread: string;
  readonly nowMs: number;
}

function Content({ rows, isReadOnly, unread, nowMs }: ContentProps) {
  const [search, setSearch] = useSearchParams();
  const [isNew, setNew] = useState(false);
  // Other pages lead here with a name, to have its value asked for.
  const named = rows.find(({ name }) => name === search.get('name'));
  const ask = (row: ResourceRow) => setSearch({ name: row.name }, { replace: true });
  const close = () => {
    setNew(false);
    setSearch({}, { replace: true });
  };
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNew(true)}>
      Add a detail
    </Button>
  );
  return (
    <Frame action={isReadOnly || rows.length === 0 ? null : add}>
      {isReadOnly && (
        <Notice tone="caution" title="Read-only">
          These values come from gatherline.json beside the flows, and secrets from the environment of the
          service. Change them there, and start the service again.
        </Notice>
      )}
      {unread !== '' && (
        <Notice tone="caution">
          Which names {unread} need could not be read, so some may not be listed.
        </Notice>
      )}
      <NeededList rows={rows.filter(isMissing)} isReadOnly={isReadOnly} onSet={ask} />
      <ResourceTable
        rows={rows.filter(({ bound }) => bound !== undefined)}
        nowMs={nowMs}
        isReadOnly={isReadOnly}
        onChange={ask}
      />
      {rows.length === 0 && (
        <EmptyState icon={IconVariable} title="No details yet" actions={isReadOnly ? undefined : add}>
          Name one in the settings of a flow, or add it here: the number of your front desk, your opening
          hours, the key of another system.
        </EmptyState>
      )}
      <ResourceDialog
        asked={isReadOnly ? null : isNew ? 'new' : (named ?? null)}
        rows={rows}
        onClose={close}
      />
    </Frame>
  );
}

function Frame({ action, children }: { readonly action?: ReactNode; readonly children: ReactNode }) {
  return (
    <main className={styles.page}>
      <div className={styles.heading}>
        <div>
          <h1 className={styles.pageTitle}>Details</h1>
          <p className={styles.lead}>
            Numbers, hours, addresses and keys that differ between test and real use. A flow knows them by
            name, so the same flow works while you try it and where it answers callers.
          </p>
        </div>
        {action}
      </div>
      {children}
    </main>
  );
}
