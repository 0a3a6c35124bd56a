import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { ago, resourceFaces, resourceWords } from '../../ui/index.ts';
import type { ResourceRow } from './resource-rows.ts';
import styles from './resources.module.css';
import { UnbindDialog } from './unbind-dialog.tsx';

interface Props {
  readonly rows: readonly ResourceRow[];
  /** Milliseconds since the epoch. */
  readonly nowMs: number;
  readonly isReadOnly: boolean;
  readonly onChange: (row: ResourceRow) => void;
}

/** Every name that has a value here; of a secret, only that it is set. */
export function ResourceTable({ rows, nowMs, isReadOnly, onChange }: Props) {
  if (rows.length === 0) return null;
  return (
    <table className={styles.table} aria-label="Details">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Value</th>
          <th scope="col">Read by</th>
          <th scope="col">Changed</th>
          {!isReadOnly && (
            <th scope="col">
              <span className={styles.hidden}>Actions</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.name} row={row} nowMs={nowMs} isReadOnly={isReadOnly} onChange={onChange} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Omit<Props, 'rows'> {
  readonly row: ResourceRow;
}

function Row({ row, nowMs, isReadOnly, onChange }: RowProps) {
  const { name, type, title, bound, readers } = row;
  const [isDeleting, setDeleting] = useState(false);
  const { icon: Drawn, title: kind } = resourceFaces[type];
  if (bound === undefined) return null;
  return (
    <tr>
      <th scope="row" className={styles.nameCell}>
        <code className={styles.name}>{name}</code>
        <span className={styles.kind}>
          <Drawn size={14} aria-hidden /> {title ?? kind}
        </span>
      </th>
      <td className={styles.value} data-label="Value">
        <Value row={row} nowMs={nowMs} />
      </td>
      <td data-label="Read by">
        {readers.length === 0 ? (
          <span className={styles.dim}>No flow</span>
        ) : (
          readers.map(({ id, name: flow }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Link to={`/flows/${id}`} className={styles.link}>
                {flow}
              </Link>
            </span>
          ))
        )}
      </td>
      <td className={styles.when} data-label="Changed">
        <time dateTime={bound.updated_at} title={new Date(bound.updated_at).toLocaleString()}>
          {ago(bound.updated_at, nowMs)}
        </time>
      </td>
      {!isReadOnly && (
        <td className={styles.actions}>
          <Tooltip label="Change">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Change ${name}`}
              onClick={() => onChange(row)}
            >
              <IconPencil size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label="Delete">
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Delete ${name}`}
              onClick={() => setDeleting(true)}
            >
              <IconTrash size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <UnbindDialog row={row} isOpen={isDeleting} onClose={() => setDeleting(false)} />
        </td>
      )}
    </tr>
  );
}

function Value({ row: { bound }, nowMs }: { readonly row: ResourceRow; readonly nowMs: number }) {
  if (bound?.value === undefined)
    return <span>Set{bound === undefined ? '' : `, changed ${ago(bound.updated_at, nowMs)}`}</span>;
  return <span>{resourceWords(bound.value)}</span>;
}
