import { IconMinus, IconPencil, IconPlus, IconSettings } from '@tabler/icons-react';
import styles from './changes-list.module.css';

/** What differs between two states of a document, by name. */
interface NamedChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly { readonly name: string; readonly what: readonly string[] }[];
  /** Parts of the document as a whole. */
  readonly flow: readonly string[];
}

/** Added, removed and changed things, told apart by icon and word. */
export function ChangesList({ changes, label }: { readonly changes: NamedChanges; readonly label: string }) {
  const { added, removed, changed, flow } = changes;
  return (
    <ul className={styles.list} aria-label={label}>
      {added.map((name) => (
        <li key={`added ${name}`}>
          <IconPlus size={16} aria-hidden className={styles.added} />
          <span>
            <b>{name}</b> added
          </span>
        </li>
      ))}
      {removed.map((name) => (
        <li key={`removed ${name}`}>
          <IconMinus size={16} aria-hidden className={styles.removed} />
          <span>
            <b>{name}</b> removed
          </span>
        </li>
      ))}
      {changed.map(({ name, what }, index) => (
        <li key={`changed ${index} ${name}`}>
          <IconPencil size={16} aria-hidden className={styles.changed} />
          <span>
            <b>{name}</b> changed: {what.join(', ')}
          </span>
        </li>
      ))}
      {flow.length > 0 && (
        <li>
          <IconSettings size={16} aria-hidden className={styles.changed} />
          <span>The flow's {flow.join(', ')} changed</span>
        </li>
      )}
    </ul>
  );
}
