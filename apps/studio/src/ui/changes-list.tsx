import { IconMinus, IconPencil, IconPlus, IconSettings } from '@tabler/icons-react';
import styles from './changes-list.module.css';

/** One difference between two states of a document, as a sentence. */
interface ToldChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'flow';
  readonly text: string;
}

const looks = {
  added: { icon: IconPlus, className: styles.added },
  removed: { icon: IconMinus, className: styles.removed },
  changed: { icon: IconPencil, className: styles.changed },
  flow: { icon: IconSettings, className: styles.changed },
};

/** What differs, a sentence each; what came, went and changed is told apart by icon and word. */
export function ChangesList({
  changes,
  label,
}: {
  readonly changes: readonly ToldChange[];
  readonly label: string;
}) {
  return (
    <ul className={styles.list} aria-label={label}>
      {changes.map(({ kind, text }, index) => {
        const { icon: Drawn, className } = looks[kind];
        return (
          <li key={`${index} ${text}`}>
            <Drawn size={16} aria-hidden className={className} />
            <span>{text}</span>
          </li>
        );
      })}
    </ul>
  );
}
