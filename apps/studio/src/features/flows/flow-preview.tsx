import type { Flow } from '@gatherline/flow';
import { CARD } from '../../store/index.ts';
import styles from './flow-preview.module.css';
import { previewOf } from './preview-shapes.ts';

/** The canvas of a flow, small: its steps in the colours of their kinds, and its wires. */
export function FlowPreview({ flow }: { readonly flow: Flow }) {
  const { viewBox, cards, wires } = previewOf(flow);
  return (
    <svg className={styles.preview} viewBox={viewBox} aria-hidden>
      {wires.map((path, index) => (
        <path key={`${index} ${path}`} d={path} className={styles.wire} />
      ))}
      {cards.map(({ id, x, y, width, height, category, lines }) => (
        <g key={id} data-category={category} transform={`translate(${x} ${y})`}>
          <rect className={styles.card} width={width} height={height} rx={14} />
          <circle className={styles.icon} cx={30} cy={CARD.header / 2} r={16} />
          <rect
            className={styles.name}
            x={58}
            y={CARD.header / 2 - 7}
            width={width * 0.5}
            height={14}
            rx={7}
          />
          {Array.from({ length: lines }, (_, line) => (
            <rect
              key={line}
              className={styles.words}
              x={18}
              y={CARD.header + line * CARD.line + 4}
              width={width - (line === lines - 1 ? 96 : 40)}
              height={9}
              rx={4.5}
            />
          ))}
        </g>
      ))}
    </svg>
  );
}
