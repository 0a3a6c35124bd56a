import { type CardGeometry, countBody, type NodeFace } from '../../store/index.ts';
import { NamedIcon } from '../../ui/index.ts';
import { useCanvasApi } from './canvas-provider.tsx';
import styles from './far-card.module.css';
import { EditedRing } from './edited-ring.tsx';
import { EventMark } from './event-mark.tsx';
import { FocusRing } from './focus-ring.tsx';
import { nodeElementId, roleNames } from './node-label.tsx';
import { ProblemBadge } from './problem-badge.tsx';
import { OverlayMark } from './overlay-mark.tsx';

interface Props {
  readonly id: string;
  readonly face: NodeFace;
  readonly geometry: CardGeometry;
}

/** From afar: icon and name, large enough to read. */
export function FarCard({ id, face, geometry }: Props) {
  const canvas = useCanvasApi();
  countBody();
  return (
    <div
      className={styles.far}
      data-far
      data-flat={geometry.height < 150}
      data-category={face.isKnown ? face.category : 'unknown'}
      data-node={id}
      data-entry={face.hasEntry}
      data-role={face.role}
      style={{ height: geometry.height }}
    >
      <div
        className={styles.farContent}
        id={nodeElementId(canvas, id)}
        role="group"
        aria-roledescription={roleNames[face.role]}
        aria-label={face.name}
      >
        <NamedIcon name={face.icon} size={48} />
        <span className={styles.farName}>{face.name}</span>
      </div>
      {face.role === 'listener' && <EventMark isFar />}
      <ProblemBadge id={id} />
      <OverlayMark id={id} />
      <EditedRing id={id} />
      <FocusRing id={id} />
    </div>
  );
}
