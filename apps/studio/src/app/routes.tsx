import { lazy, Suspense } from 'react';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { LoadingState } from '../ui/index.ts';
import { HomeLayout } from './home-layout.tsx';
import { NotFoundPage } from './not-found-page.tsx';

const flows = () => import('../features/flows/index.ts');
const FlowsPage = lazy(async () => ({ default: (await flows()).FlowsPage }));
const NewFlowPage = lazy(async () => ({ default: (await flows()).NewFlowPage }));
const SetUpPage = lazy(async () => ({ default: (await flows()).SetUpPage }));
const ResourcesPage = lazy(async () => ({
  default: (await import('../features/resources/index.ts')).ResourcesPage,
}));
const EditorPage = lazy(async () => ({ default: (await import('./editor-page.tsx')).EditorPage }));

const waiting = <LoadingState>Opening…</LoadingState>;

const router = createBrowserRouter([
  {
    element: <HomeLayout />,
    children: [
      { path: '/', element: <FlowsPage /> },
      { path: '/new', element: <NewFlowPage /> },
      { path: '/new/empty', element: <SetUpPage /> },
      { path: '/new/from/:template', element: <SetUpPage /> },
      { path: '/resources', element: <ResourcesPage /> },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
  {
    path: '/flows/:id',
    element: (
      <Suspense fallback={waiting}>
        <EditorPage />
      </Suspense>
    ),
  },
]);

export function Routes() {
  return <RouterProvider router={router} />;
}
