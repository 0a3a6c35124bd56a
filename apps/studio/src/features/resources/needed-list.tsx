import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { resourceFaces } from '../../ui/index.ts';
import { namesOf, type ResourceRow } from './resource-rows.ts';
import styles from './resources.module.css';

interface Props {
  readonly rows: readonly ResourceRow[];
  readonly isReadOnly: boolean;
  readonly onSet: (row: ResourceRow) => void;
}

/** Names that flows read and that have no value here, or one of another kind. */
export function NeededList({ rows, isReadOnly, onSet }: Props) {
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="needed-resources" className={styles.section}>
      <h2 id="needed-resources" className={styles.subtitle}>
        Still needed
      </h2>
      <ul className={styles.needed}>
        {rows.map((row) => (
          <li key={row.name} className={styles.neededRow}>
            <IconAlertTriangle size={18} aria-hidden className={styles.caution} />
            <div className={styles.neededWords}>
              <span>
                <code className={styles.name}>{row.name}</code>
                {row.title !== undefined && <span className={styles.title}> {row.title}</span>}
              </span>
              <span className={styles.dim}>{reasonOf(row)}</span>
            </div>
            {!isReadOnly && (
              <Button
                size="xs"
                variant="default"
                aria-label={`Set value of ${row.name}`}
                onClick={() => onSet(row)}
              >
                Set value
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function reasonOf({ readers, bound, type }: ResourceRow): string {
  const unserved = readers.filter(({ isServed }) => !isServed);
  const wanted = resourceFaces[unserved[0]?.type ?? type].title;
  if (bound === undefined) return `${wanted}, needed by ${namesOf(unserved)}`;
  return `${wanted}, needed by ${namesOf(unserved)}; what is there is ${resourceFaces[bound.type].noun}`;
}
