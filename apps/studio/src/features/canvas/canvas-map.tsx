import { useEditor } from '../../store/index.ts';
import { useCanvas } from './canvas-provider.tsx';
import type { CardNode } from './canvas-nodes.ts';
import { MiniMap } from './react-flow.ts';
import styles from './canvas.module.css';

const size = { width: 168, height: 112 };

const colourOf = ({ data }: CardNode) => (data.view.isKnown ? `var(--kind-${data.view.category})` : 'gray');

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
