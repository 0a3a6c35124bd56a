export { markRunningCall } from './call-overlay.ts';
export type { OverlayStore } from './overlay.ts';
export { OverlayProvider, useOverlay, useOverlayApi } from './overlay-context.tsx';
