import { useMemo } from 'react';
import { useEditor } from '../../store/index.ts';
import styles from './canvas.module.css';
import { CanvasControls } from './canvas-controls.tsx';
import { CanvasProvider, useCanvas, useCanvasApi } from './canvas-provider.tsx';
import { CanvasMap } from './canvas-map.tsx';
import { ConnectHint } from './connect-hint.tsx';
import { createConnecting } from './connecting.ts';
import { DrawnWire } from './drawn-wire.tsx';
import { EmptyFlow } from './empty-flow.tsx';
import { FallbackHint } from './fallback-hint.tsx';
import { NodeCard } from './node-card.tsx';
import { quickAdd } from './open-picker.ts';
import { createPaletteDrop } from './palette-drop.ts';
import { createPointing } from './pointing.ts';
import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider } from './react-flow.ts';
import { ReadOnlyBanner } from './read-only-banner.tsx';
import { SelectionToolbar } from './selection-toolbar.tsx';
import { useCanvasKeyboard } from './use-canvas-keyboard.ts';
import { useClipboard } from './use-clipboard.ts';
import { createDocumentChanges, useDocumentNodes, useDocumentWires } from './use-document-nodes.ts';
import { useSurface } from './surface.ts';
import { useCamera, useViewport } from './use-viewport.ts';
import { WireLine } from './wire-line.tsx';

const nodeTypes = { card: NodeCard };
const edgeTypes = { wire: WireLine };
const grid: [number, number] = [20, 20];
const nudgingKeys = ['Meta', 'Control'];
/** Up to this many nodes everything stays in the page, also what is out of sight. */
const CULL_ABOVE = 120;

/** The flow as a drawing. Mount it anew for another flow. */
export function Canvas() {
  const id = useEditor((state) => state.flow?.id);
  if (id === undefined) return null;
  return (
    <ReactFlowProvider key={id}>
      <CanvasProvider>
        <Drawing flow={id} />
      </CanvasProvider>
    </ReactFlowProvider>
  );
}

function Drawing({ flow }: { readonly flow: string }) {
  const nodes = useDocumentNodes();
  const wires = useDocumentWires();
  const readOnly = useEditor((state) => state.readOnly);
  const isCompact = useCanvas((state) => state.isCompact);
  const isSmall = useCanvas((state) => state.isSmall);
  const isPanning = useCanvas((state) => state.isPanning);
  const wheel = useCanvas((state) => state.wheel);
  const surface = useSurface();
  const canvas = useCanvasApi();
  const camera = useCamera();
  const keyboard = useCanvasKeyboard(camera);
  const connecting = useMemo(() => createConnecting(canvas, surface), [canvas, surface]);
  const drop = useMemo(() => createPaletteDrop(canvas, surface), [canvas, surface]);
  const pointing = useMemo(() => createPointing(canvas, surface, flow), [canvas, surface, flow]);
  const changes = useMemo(() => createDocumentChanges(canvas), [canvas]);
  useViewport(camera);
  useClipboard(surface, pointing.pasteAt);
  return (
    <section
      className={styles.canvas}
      data-read-only={readOnly || undefined}
      data-small={isSmall || undefined}
      {...keyboard}
      {...drop}
      onPointerMove={pointing.onPointerMove}
    >
      <ReactFlow
        nodes={nodes}
        edges={wires}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        onNodesChange={changes.onNodesChange}
        onEdgesChange={changes.onWiresChange}
        onConnect={connecting.onConnect}
        onConnectStart={connecting.onConnectStart}
        onConnectEnd={connecting.onConnectEnd}
        onClickConnectStart={connecting.onClickConnectStart}
        onClickConnectEnd={connecting.onClickConnectEnd}
        onReconnect={connecting.onReconnect}
        onReconnectStart={connecting.onReconnectStart}
        onReconnectEnd={connecting.onReconnectEnd}
        isValidConnection={connecting.isValid}
        onInit={pointing.onInit}
        onMove={pointing.onMove}
        onMoveEnd={pointing.onMoveEnd}
        onNodeClick={pointing.onNodeClick}
        onNodeDoubleClick={pointing.onNodeDoubleClick}
        onEdgeClick={pointing.onWireClick}
        onEdgeMouseEnter={pointing.onWireEnter}
        onEdgeMouseLeave={pointing.onWireLeave}
        onEdgeDoubleClick={pointing.onWireDoubleClick}
        onDoubleClick={pointing.onDoubleClick}
        connectionLineComponent={DrawnWire}
        connectionRadius={32}
        reconnectRadius={14}
        edgesReconnectable={!readOnly}
        nodesConnectable={!readOnly}
        nodesDraggable={!readOnly && !isPanning}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        multiSelectionKeyCode={nudgingKeys}
        selectionKeyCode="Shift"
        panActivationKeyCode="Space"
        panOnScroll={wheel === 'pan'}
        zoomOnDoubleClick={false}
        snapToGrid
        snapGrid={grid}
        minZoom={0.1}
        maxZoom={2}
        onlyRenderVisibleElements={nodes.length > CULL_ABOVE && !isCompact}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.4} color="var(--dots)" />
        <CanvasMap />
      </ReactFlow>
      <CanvasControls camera={camera} onAdd={() => quickAdd(canvas.editor, surface)} />
      <SelectionToolbar />
      <ConnectHint />
      <FallbackHint surface={surface} />
      <EmptyFlow />
      <ReadOnlyBanner />
    </section>
  );
}
