import { useEditor } from '../../store/index.ts';
import { useCanvas } from './canvas-state.ts';
import type { CardNode } from './canvas-nodes.ts';
import { MiniMap } from './react-flow.ts';
import styles from './canvas.module.css';

const colours: Readonly<Record<string, string>> = {
  start: 'light-dark(#277339, #83cd94)',
  talk: 'light-dark(#1d5fae, #8bb9f3)',
  ask: 'light-dark(#6541b0, #bba6f1)',
  ai: 'light-dark(#a82573, #ef97c8)',
  decide: 'light-dark(#8a5800, #e7b95d)',
  connect: 'light-dark(#09667f, #74c8df)',
  end: 'light-dark(#a23728, #f2a191)',
};

const size = { width: 168, height: 112 };

const colourOf = ({ data }: CardNode) =>
  (data.face.isKnown ? colours[data.face.category] : undefined) ?? 'gray';

/** The whole flow in a corner: click to jump, drag to pan, wheel to zoom. */
export function CanvasMap() {
  const isShown = useCanvas((state) => state.hasMinimap);
  const isWorthIt = useEditor(({ flow }) => Object.keys(flow?.nodes ?? {}).length > 1);
  if (!isShown || !isWorthIt) return null;
  return (
    <MiniMap<CardNode>
      className={styles.map ?? ''}
      style={size}
      ariaLabel="Map of the flow"
      nodeColor={colourOf}
      nodeBorderRadius={12}
      pannable
      zoomable
      bgColor="var(--surface)"
      maskColor="var(--map-mask)"
    />
  );
}
