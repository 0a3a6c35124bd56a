import { NamedIcon } from '../../ui/index.ts';
import { countBody, inOrder } from '../../store/index.ts';
import type { CardContent } from './canvas-nodes.ts';
import styles from './card.module.css';
import exits from './exit-row.module.css';
import { EntryPort } from './entry-port.tsx';
import { ExitRow } from './exit-row.tsx';
import { FocusRing } from './focus-ring.tsx';
import { NodeLabel } from './node-label.tsx';
import { ProblemBadge } from './problem-badge.tsx';
import { OverlayMark } from './overlay-mark.tsx';
import { EditedRing } from './edited-ring.tsx';
import { EventMark } from './event-mark.tsx';

interface Props {
  readonly id: string;
  readonly content: CardContent;
  readonly selected: boolean;
}

/** The whole card: what the step is, its own words, and a row for each way out. */
export function CardBody({ id, content, selected }: Props) {
  const { record, view, geometry } = content;
  countBody();
  return (
    <div
      className={styles.card}
      data-category={view.isKnown ? view.category : 'unknown'}
      data-node={id}
      data-entry={view.hasEntry}
      data-role={view.role}
      data-selected={selected}
      data-unknown={!view.isKnown}
    >
      <NodeLabel id={id} role={view.role}>
        <header className={styles.header}>
          <span className={styles.icon}>
            <NamedIcon name={view.icon} size={18} />
          </span>
          <span className={styles.titles}>
            <span className={styles.name}>{view.name}</span>
            {view.isKnown && view.name !== view.title && <span className={styles.type}>{view.title}</span>}
            {!view.isKnown && <span className={styles.type}>Unknown step, kept as it is</span>}
          </span>
          <ProblemBadge id={id} />
        </header>
        {geometry.lines > 0 && (
          <p
            className={styles.summary}
            style={{ WebkitLineClamp: geometry.lines, height: geometry.lines * 18 }}
          >
            {view.summary}
          </p>
        )}
        {view.exits.length > 0 && (
          <div className={exits.exits}>
            {inOrder(view.exits).map((exit) => (
              <ExitRow
                key={exit.id}
                node={id}
                name={view.name}
                exit={exit}
                isWired={exit.id in record.exits}
              />
            ))}
          </div>
        )}
      </NodeLabel>
      {view.hasEntry && <EntryPort name={view.name} />}
      {view.role === 'listener' && <EventMark />}
      <OverlayMark id={id} />
      <EditedRing id={id} />
      <FocusRing id={id} />
    </div>
  );
}
