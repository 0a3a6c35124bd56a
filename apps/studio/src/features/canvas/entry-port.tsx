import styles from './port.module.css';
import { ENTRY } from '../../store/index.ts';
import { Handle, Side } from './react-flow.ts';

interface Props {
  readonly name: string;
}

/** Where wires arrive. While a wire is being drawn it covers the whole card, so that any part of it will do. */
export function EntryPort({ name }: Props) {
  return (
    <Handle
      id={ENTRY}
      type="target"
      position={Side.Left}
      className={`${styles.port} ${styles.entry}`}
      role="button"
      aria-label={`Connect to ${name}`}
    />
  );
}
