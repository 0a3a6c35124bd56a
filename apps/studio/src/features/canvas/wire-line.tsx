import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { CARD, exitOfWire, useEditor, useOverlay } from '../../store/index.ts';
import { useCanvas, useCanvasApi } from './canvas-provider.tsx';
import type { Wire } from './canvas-wires.ts';
import { insertInto } from './open-picker.ts';
import { EdgeLabelRenderer, type EdgeProps } from './react-flow.ts';
import styles from './wire.module.css';
import { wirePath } from './wire-path.ts';

/** React Flow ends a wire at the rim of a port's hit area; ours ends at the dot. */
const INSET = CARD.port / 4;

/** A wire from an exit to a step. */
export function WireLine({ id, data, selected, sourceX, sourceY, targetX, targetY }: EdgeProps<Wire>) {
  const clearance = data ?? { kind: 'main', sourceClearance: 0, targetClearance: 0, lane: 0 };
  const ends = { sourceX: sourceX - INSET, sourceY, targetX: targetX + INSET, targetY };
  const { path, middle } = wirePath({ ...ends, ...clearance });
  return (
    <>
      <path className={styles.hit} d={path} />
      <path
        className={`react-flow__edge-path ${styles.wire}`}
        d={path}
        data-kind={clearance.kind}
        data-chosen={selected}
      />
      <WireMark id={id} path={path} />
      <WireTools id={id} middle={middle} isChosen={selected === true} />
    </>
  );
}

/** What the overlay tells of a wire. */
function WireMark({ id, path }: { readonly id: string; readonly path: string }) {
  const look = useOverlay(({ shown }) => shown?.wires.get(id)?.look);
  return look === undefined ? null : <path className={styles.mark} data-mark={look} d={path} />;
}

/** The tools are children of the wire, and a click on them is none on the wire. */
function keepToItself(event: MouseEvent): void {
  event.stopPropagation();
}

interface ToolsProps {
  readonly id: string;
  readonly middle: readonly [x: number, y: number];
  readonly isChosen: boolean;
}

/** The plus in the middle of the wire that is pointed at, and the bin of a chosen one. */
function WireTools({ id, middle: [x, y], isChosen }: ToolsProps) {
  const canvas = useCanvasApi();
  const isHot = useCanvas((state) => state.hotWire === id);
  const isTarget = useCanvas((state) => state.dropWire === id);
  const readOnly = useEditor((state) => state.readOnly);
  if (readOnly || (!isHot && !isChosen && !isTarget)) return null;
  return (
    <EdgeLabelRenderer>
      <div
        className={`${styles.tools} nodrag nopan`}
        role="group"
        aria-label="This wire"
        data-wire-tools={id}
        style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}
      >
        <button
          type="button"
          tabIndex={-1}
          aria-label="Insert a step here"
          data-target={isTarget}
          onMouseLeave={() => canvas.set({ hotWire: null })}
          onDoubleClick={keepToItself}
          onClick={(event) => {
            keepToItself(event);
            insertInto(canvas.editor, exitOfWire(id), event.currentTarget);
          }}
        >
          <IconPlus size={16} stroke={2} aria-hidden />
        </button>
        {isChosen && (
          <button
            type="button"
            tabIndex={-1}
            aria-label="Delete this wire"
            onClick={(event) => {
              keepToItself(event);
              canvas.editor.getState().connect(exitOfWire(id), null);
            }}
          >
            <IconTrash size={15} stroke={1.8} aria-hidden />
          </button>
        )}
      </div>
    </EdgeLabelRenderer>
  );
}
