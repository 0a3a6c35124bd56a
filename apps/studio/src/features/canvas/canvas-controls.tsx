import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconArrowsMaximize,
  IconMap2,
  IconMinus,
  IconMouse,
  IconPlus,
  IconZoomReset,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './canvas.module.css';
import { canvas, useCanvas } from './canvas-state.ts';
import type { Camera } from './use-stage.ts';

/** Zoom, fit, map and wheel, in the corner of the canvas. */
export function CanvasControls({ camera }: { readonly camera: Camera }) {
  const hasMinimap = useCanvas((state) => state.hasMinimap);
  const wheel = useCanvas((state) => state.wheel);
  return (
    <div className={styles.controls} role="toolbar" aria-label="View">
      <Control label="Zoom out" onClick={() => camera.zoomBy('out')}>
        <IconMinus size={16} aria-hidden />
      </Control>
      <Control label="Zoom in" onClick={() => camera.zoomBy('in')}>
        <IconPlus size={16} aria-hidden />
      </Control>
      <Control label="Zoom to 100 %" keys="Shift+0" onClick={camera.fullSize}>
        <IconZoomReset size={16} aria-hidden />
      </Control>
      <Control label="Fit the flow" keys="Shift+1" onClick={camera.fit}>
        <IconArrowsMaximize size={16} aria-hidden />
      </Control>
      <Control label="Map" isPressed={hasMinimap} onClick={canvas.toggleMinimap}>
        <IconMap2 size={16} aria-hidden />
      </Control>
      <Control label="Mouse wheel zooms" isPressed={wheel === 'zoom'} onClick={canvas.toggleWheel}>
        <IconMouse size={16} aria-hidden />
      </Control>
    </div>
  );
}

interface ControlProps {
  readonly label: string;
  readonly keys?: string;
  readonly isPressed?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Control({ label, keys, isPressed, onClick, children }: ControlProps) {
  return (
    <Tooltip label={keys === undefined ? label : `${label} (${keys})`} openDelay={500}>
      <ActionIcon
        variant={isPressed === true ? 'light' : 'subtle'}
        color={isPressed === true ? 'lagoon' : 'gray'}
        size={30}
        aria-label={label}
        aria-pressed={isPressed}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
