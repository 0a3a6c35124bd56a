import {
  CARD,
  type EditorState,
  type ViewExit,
  fallbackInWords,
  useEditor,
  useEditorApi,
  widthOf,
} from '../../store/index.ts';
import styles from './exit-row.module.css';

interface Props {
  readonly node: string;
  readonly exit: ViewExit;
}

/** At an exit without a wire: where the call falls. A step that takes over is a way to go there. */
export function ExitFallback({ node, exit }: Props) {
  const editor = useEditorApi();
  const short = useEditor((state) => fallAt(state, node, exit)?.short ?? '');
  const target = useEditor((state) => fallAt(state, node, exit)?.target ?? null);
  if (short === '' || exit.stale === true || roomBeside(exit.label) < LEAST_ROOM) return null;
  const marks = { 'data-fallback-node': node, 'data-fallback-exit': exit.id };
  if (target === null) {
    return (
      <span className={styles.fallback} {...marks}>
        {short}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={`${styles.fallback} nodrag nopan`}
      tabIndex={-1}
      {...marks}
      onClick={(event) => {
        event.stopPropagation();
        editor.getState().revealNode(target);
      }}
    >
      {short}
    </button>
  );
}

/** Pixels; less would show a letter or two. */
const LEAST_ROOM = 52;

function roomBeside(label: string): number {
  const margins = 42;
  return CARD.width - margins - widthOf(label);
}

function fallAt({ flow }: EditorState, node: string, exit: ViewExit) {
  return flow === null || flow.nodes[node] === undefined ? null : fallbackInWords(flow, node, exit);
}
