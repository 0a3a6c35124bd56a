import { type CardGeometry, countBody, type NodeView } from '../../store/index.ts';
import { NamedIcon } from '../../ui/index.ts';
import { useCanvasApi } from './canvas-provider.tsx';
import styles from './compact-card.module.css';
import { EditedRing } from './edited-ring.tsx';
import { EventMark } from './event-mark.tsx';
import { FocusRing } from './focus-ring.tsx';
import { nodeElementId, roleNames } from './node-label.tsx';
import { ProblemBadge } from './problem-badge.tsx';
import { OverlayMark } from './overlay-mark.tsx';

interface Props {
  readonly id: string;
  readonly view: NodeView;
  readonly geometry: CardGeometry;
}

/** From afar: icon and name, large enough to read. */
export function CompactCard({ id, view, geometry }: Props) {
  const canvas = useCanvasApi();
  countBody();
  return (
    <div
      className={styles.compact}
      data-compact
      data-flat={geometry.height < 150}
      data-category={view.isKnown ? view.category : 'unknown'}
      data-node={id}
      data-entry={view.hasEntry}
      data-role={view.role}
      style={{ height: geometry.height }}
    >
      <div
        className={styles.farContent}
        id={nodeElementId(canvas, id)}
        role="group"
        aria-roledescription={roleNames[view.role]}
        aria-label={view.name}
      >
        <NamedIcon name={view.icon} size={48} />
        <span className={styles.compactName}>{view.name}</span>
      </div>
      {view.role === 'listener' && <EventMark isCompact />}
      <ProblemBadge id={id} />
      <OverlayMark id={id} />
      <EditedRing id={id} />
      <FocusRing id={id} />
    </div>
  );
}
