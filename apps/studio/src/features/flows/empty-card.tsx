import { IconPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import styles from './gallery.module.css';

/** A flow that has only its beginning. */
export function EmptyCard() {
  return (
    <article className={styles.card} data-plain>
      <div className={styles.picture}>
        <span className={styles.plus}>
          <IconPlus size={26} stroke={1.6} aria-hidden />
        </span>
      </div>
      <div className={styles.words}>
        <h3 className={styles.name}>
          <Link to="/new/empty" className={styles.link}>
            Empty flow
          </Link>
        </h3>
        <p className={styles.sentence}>Only a start. Draw what callers hear step by step.</p>
      </div>
    </article>
  );
}
