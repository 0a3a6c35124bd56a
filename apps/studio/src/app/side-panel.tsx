import { CloseButton, Tabs } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconPhone } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { Inspector } from '../features/inspector/index.ts';
import { PhonePanel } from '../features/phone/index.ts';
import { useEditor } from '../store/index.ts';
import styles from './side-panel.module.css';
import { ResizeHandle } from './resize-handle.tsx';
import { useStoredWidth } from './use-stored-width.ts';

export type SideTab = 'settings' | 'phone';

interface Props {
  readonly tab: SideTab;
  /** On small screens the panel is a sheet over the canvas. */
  readonly isOpen: boolean;
  readonly onTab: (tab: SideTab) => void;
  readonly onClose: () => void;
}

/** The panel on the right: settings of what is selected, and the phone. Both stay as they are while the other shows. */
export function SidePanel({ tab, isOpen, onTab, onClose }: Props) {
  const { width, setWidth } = useStoredWidth('side', 376);
  const focusField = useEditor((state) => state.focusField);
  const inspected = useEditor((state) => state.inspected);
  const requests = useEditor((state) => state.settingsFocusRequests);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focusField !== null) onTab('settings');
  }, [focusField, onTab]);
  useEffect(() => {
    if (requests === 0) return undefined;
    onTab('settings');
    const frame = requestAnimationFrame(() => panel.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [requests, onTab]);
  return (
    <aside
      className={styles.side}
      data-sheet
      data-open={isOpen}
      style={{ width }}
      aria-label="Settings and phone"
    >
      <ResizeHandle label="Width of the settings" width={width} onResize={setWidth} />
      <Tabs
        className={styles.tabs}
        value={tab}
        onChange={(value) => onTab(value === 'phone' ? 'phone' : 'settings')}
        keepMounted
      >
        <div className={styles.tabRow}>
          <Tabs.List className={styles.tabList}>
            <Tabs.Tab value="settings" leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}>
              Settings
            </Tabs.Tab>
            <Tabs.Tab value="phone" leftSection={<IconPhone size={16} aria-hidden />}>
              Phone
            </Tabs.Tab>
          </Tabs.List>
          <CloseButton className={styles.closeSide} aria-label="Close the panel" onClick={onClose} />
        </div>
        <Tabs.Panel
          className={styles.tabPanel}
          value="settings"
          ref={panel}
          data-region="inspector"
          tabIndex={-1}
        >
          <BackToTop key={inspected ?? ''} />
          <Inspector />
        </Tabs.Panel>
        <Tabs.Panel className={styles.tabPanel} value="phone">
          <PhonePanel />
        </Tabs.Panel>
      </Tabs>
    </aside>
  );
}

/** Stands anew in the panel for each step, and shows it from its beginning. */
function BackToTop() {
  const mark = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    mark.current?.parentElement?.scrollTo({ top: 0 });
  }, []);
  return <span ref={mark} hidden />;
}
