/** The only door to React Flow: what the canvas uses of it, and nothing else. */
import '@xyflow/react/dist/base.css';

export {
  Background,
  BackgroundVariant,
  type Connection,
  type ConnectionLineComponentProps,
  type Edge,
  type EdgeChange,
  EdgeLabelRenderer,
  type EdgeProps,
  type FinalConnectionState,
  Handle,
  MiniMap,
  type Node as CanvasNode,
  type NodeChange,
  type NodeProps,
  type OnConnectStartParams,
  Position as Side,
  ReactFlow,
  type ReactFlowInstance,
  ReactFlowProvider,
  useReactFlow,
  useStoreApi,
  type Viewport,
} from '@xyflow/react';
