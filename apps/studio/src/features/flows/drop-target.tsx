import { IconFileImport } from '@tabler/icons-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import styles from './flows.module.css';

interface Props {
  readonly children: ReactNode;
  readonly onDrop: (file: File) => void;
}

/** Takes a file dropped anywhere on the page. */
export function DropTarget({ children, onDrop }: Props) {
  const [isOver, setOver] = useState(false);
  const carriesFile = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    <div
      className={styles.drop}
      onDragOver={(event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)))
          setOver(false);
      }}
      onDrop={(event) => {
        const file = event.dataTransfer.files[0];
        setOver(false);
        if (!carriesFile(event)) return;
        event.preventDefault();
        if (file !== undefined) onDrop(file);
      }}
    >
      {children}
      {isOver && (
        <div className={styles.dropHint}>
          <IconFileImport size={32} aria-hidden />
          Drop the file to import it
        </div>
      )}
    </div>
  );
}
