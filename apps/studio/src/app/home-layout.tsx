import { IconRoute } from '@tabler/icons-react';
import { Suspense } from 'react';
import { Link, Outlet, useLocation } from 'react-router';
import { LoadingState } from '../ui/index.ts';
import { ColorSchemeMenu } from './color-scheme-menu.tsx';
import styles from './home-layout.module.css';
import { ServiceNote } from './service-note.tsx';

const places = [
  { to: '/', title: 'Flows', isAt: (path: string) => path === '/' || path.startsWith('/new') },
  { to: '/resources', title: 'Details', isAt: (path: string) => path.startsWith('/resources') },
];

/** The bar above every page that is not the editor, and the page. */
export function HomeLayout() {
  const { pathname } = useLocation();
  return (
    <div className={styles.home}>
      <header className={styles.bar}>
        <Link to="/" className={styles.brand}>
          <span className={styles.logo}>
            <IconRoute size={20} aria-hidden />
          </span>
          Gatherline
        </Link>
        <nav className={styles.places} aria-label="Pages">
          {places.map(({ to, title, isAt }) => (
            <Link
              key={to}
              to={to}
              className={styles.place}
              aria-current={isAt(pathname) ? 'page' : undefined}
            >
              {title}
            </Link>
          ))}
        </nav>
        <div className={styles.aside}>
          <ServiceNote />
          <ColorSchemeMenu />
        </div>
      </header>
      <Suspense fallback={<LoadingState>Opening…</LoadingState>}>
        <Outlet />
      </Suspense>
    </div>
  );
}
