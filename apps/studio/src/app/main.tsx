import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { saveFlow } from '../api/index.ts';
import { createBrowserEditor, EditorProvider } from '../store/index.ts';
import { countForBench } from './counters.ts';
import { Providers } from './providers.tsx';
import { Routes } from './routes.tsx';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import './tokens.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root.');

const editor = createBrowserEditor();
editor.getState().setSave(saveFlow);
countForBench(editor);

createRoot(root).render(
  <StrictMode>
    <EditorProvider editor={editor}>
      <Providers>
        <Routes />
      </Providers>
    </EditorProvider>
  </StrictMode>,
);
