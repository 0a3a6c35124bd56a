import { lazy, Suspense } from 'react';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { LoadingState } from '../ui/index.ts';
import { NotFoundPage } from './not-found-page.tsx';

const FlowsPage = lazy(async () => ({ default: (await import('../features/flows/index.ts')).FlowsPage }));
const EditorPage = lazy(async () => ({ default: (await import('./editor-page.tsx')).EditorPage }));

const waiting = <LoadingState>Opening…</LoadingState>;

const router = createBrowserRouter([
  {
    path: '/',
    element: (
      <Suspense fallback={waiting}>
        <FlowsPage />
      </Suspense>
    ),
  },
  {
    path: '/flows/:id',
    element: (
      <Suspense fallback={waiting}>
        <EditorPage />
      </Suspense>
    ),
  },
  { path: '*', element: <NotFoundPage /> },
]);

export function Routes() {
  return <RouterProvider router={router} />;
}
