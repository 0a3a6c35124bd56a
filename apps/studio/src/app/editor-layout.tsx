import { useCallback, useState } from 'react';
import { Canvas } from '../features/canvas/index.ts';
import { Palette } from '../features/palette/index.ts';
import { Picker } from '../features/picker/index.ts';
import { BindingRequestDialog } from '../features/resources/index.ts';
import { KeptDraftBanner } from '../features/save-state/index.ts';
import { EditorHeader } from './editor-header.tsx';
import styles from './editor.module.css';
import { ProblemsDrawer } from './problems-drawer.tsx';
import { SidePanel, type SideTab } from './side-panel.tsx';

/** The editor: palette, canvas, settings or phone, and the problems below. */
export function EditorLayout() {
  const [tab, setTab] = useState<SideTab>('settings');
  const [isSideOpen, setSideOpen] = useState(false);
  const open = useCallback((next: SideTab) => {
    setTab(next);
    setSideOpen(true);
  }, []);
  return (
    <div className={styles.editor}>
      <EditorHeader onOpenSide={open} />
      <div className={styles.palette} data-region="palette" tabIndex={-1}>
        <Palette />
      </div>
      <main className={styles.stage}>
        <KeptDraftBanner />
        <div className={styles.canvas}>
          <Canvas />
        </div>
        <ProblemsDrawer />
      </main>
      <SidePanel tab={tab} isOpen={isSideOpen} onTab={open} onClose={() => setSideOpen(false)} />
      <Picker />
      <BindingRequestDialog />
    </div>
  );
}
