import { usePageTitle } from '../../ui/index.ts';
import styles from './flows.module.css';
import { Gallery } from './gallery.tsx';

/** The ways to begin a flow: empty, or from a ready-made one. */
export function NewFlowPage() {
  usePageTitle('New flow');
  return (
    <main className={styles.page}>
      <div className={styles.heading}>
        <div>
          <h1 className={styles.title}>New flow</h1>
          <p className={styles.lead}>
            Begin with a ready-made flow and change what you like, or with an empty one.
          </p>
        </div>
      </div>
      <Gallery isFirst />
    </main>
  );
}
