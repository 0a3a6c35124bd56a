import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowsMaximize,
  IconMap2,
  IconMouse,
  IconPlus,
  IconSitemap,
  IconZoomIn,
  IconZoomOut,
  IconZoomReset,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEditor, useEditorApi } from '../../store/index.ts';
import styles from './canvas.module.css';
import { useCanvas, useCanvasApi } from './canvas-provider.tsx';
import { tidy } from './tidy.ts';
import type { Camera } from './use-viewport.ts';

interface Props {
  readonly camera: Camera;
  readonly onAdd: () => void;
}

/** Add, zoom, fit, map and wheel, in the corner of the canvas. */
export function CanvasControls({ camera, onAdd }: Props) {
  const editor = useEditorApi();
  const readOnly = useEditor((state) => state.readOnly);
  return (
    <div className={styles.controls} role="toolbar" aria-label="View">
      {!readOnly && (
        <Control label="Add a step" keys="N" variant="filled" onClick={onAdd}>
          <IconPlus size={18} stroke={2.2} aria-hidden />
        </Control>
      )}
      {!readOnly && (
        <Control label="Tidy up" keys="T" onClick={() => void tidy(editor)}>
          <IconSitemap size={17} aria-hidden />
        </Control>
      )}
      <Control label="Zoom out" onClick={() => camera.zoomBy('out')}>
        <IconZoomOut size={17} aria-hidden />
      </Control>
      <Control label="Zoom in" onClick={() => camera.zoomBy('in')}>
        <IconZoomIn size={17} aria-hidden />
      </Control>
      <Control label="Zoom to 100 %" keys="Shift+0" onClick={camera.fullSize}>
        <IconZoomReset size={17} aria-hidden />
      </Control>
      <Control label="Fit the flow" keys="Shift+1" onClick={camera.fit}>
        <IconArrowsMaximize size={17} aria-hidden />
      </Control>
      <Preferences />
    </div>
  );
}

function Preferences() {
  const canvas = useCanvasApi();
  const hasMinimap = useCanvas((state) => state.hasMinimap);
  const wheel = useCanvas((state) => state.wheel);
  return (
    <>
      <Control
        label="Map"
        className={styles.mapControl}
        isPressed={hasMinimap}
        onClick={canvas.toggleMinimap}
      >
        <IconMap2 size={17} aria-hidden />
      </Control>
      <Control label="Mouse wheel zooms" isPressed={wheel === 'zoom'} onClick={canvas.toggleWheel}>
        <IconMouse size={17} aria-hidden />
      </Control>
    </>
  );
}

interface ControlProps {
  readonly label: string;
  readonly keys?: string;
  readonly variant?: 'filled';
  readonly className?: string | undefined;
  /** For controls that stay on or off. */
  readonly isPressed?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Control({ label, keys, variant, className, isPressed, onClick, children }: ControlProps) {
  const isOn = variant === 'filled' || isPressed === true;
  return (
    <Tooltip label={keys === undefined ? label : `${label} (${keys})`} openDelay={500}>
      <ActionIcon
        variant={variant ?? (isOn ? 'light' : 'subtle')}
        color={isOn ? 'lagoon' : 'gray'}
        size={32}
        className={className ?? ''}
        aria-label={label}
        aria-pressed={isPressed}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
