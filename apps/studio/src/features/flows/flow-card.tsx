import { ActionIcon, Badge, Menu } from '@mantine/core';
import { IconDots, IconDownload, IconLock, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { flowFileUrl, type ListedFlow } from '../../api/index.ts';
import { ago } from '../../ui/index.ts';
import { DeleteFlowDialog } from './delete-flow-dialog.tsx';
import styles from './flows.module.css';

interface Props {
  readonly flow: ListedFlow;
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
}

/** One flow: the whole card opens it, a menu holds the rest. */
export function FlowCard({ flow, nowMs }: Props) {
  const [isDeleting, setDeleting] = useState(false);
  const { id, name, updated_at: updated, read_only: readOnly } = flow;
  return (
    <article className={styles.card}>
      <div className={styles.cardTop}>
        <h2 className={styles.cardName}>
          <Link to={`/flows/${id}`} className={styles.cardLink}>
            {name}
          </Link>
        </h2>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              className={styles.cardMenu}
              aria-label={`More for ${name}`}
            >
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              component="a"
              href={flowFileUrl(id)}
              download={`${id}.flow.json`}
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              Export as a file
            </Menu.Item>
            <Menu.Item
              c="var(--danger)"
              disabled={readOnly}
              leftSection={<IconTrash size={16} aria-hidden />}
              onClick={() => setDeleting(true)}
            >
              Delete…
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <code className={styles.cardId}>{id}</code>
      <div className={styles.cardBottom}>
        <PublishedBadge flow={flow} />
        {readOnly && (
          <Badge variant="default" tt="none" fw={500} leftSection={<IconLock size={12} aria-hidden />}>
            Read-only
          </Badge>
        )}
        <time className={styles.cardTime} dateTime={updated} title={new Date(updated).toLocaleString()}>
          Changed {ago(updated, nowMs)}
        </time>
      </div>
      <DeleteFlowDialog flow={flow} isOpen={isDeleting} onClose={() => setDeleting(false)} />
    </article>
  );
}

function PublishedBadge({ flow }: { readonly flow: ListedFlow }) {
  const { published_version: version, has_unpublished_changes: isAhead } = flow;
  if (version === null) {
    return (
      <Badge variant="default" tt="none" fw={500}>
        Draft, not published
      </Badge>
    );
  }
  return (
    <>
      <Badge variant="light" color="lagoon" tt="none" fw={500} c="var(--brand)">
        Version {version}
      </Badge>
      {isAhead && (
        <Badge variant="light" color="yellow" tt="none" fw={500} c="var(--caution)">
          Unpublished changes
        </Badge>
      )}
    </>
  );
}
