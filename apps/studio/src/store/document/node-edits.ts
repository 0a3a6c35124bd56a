import { definitionOf, type Flow, GRID, type Position, toGrid } from '@gatherline/flow';
import { cardGeometry, inOrder } from '../view/card-geometry.ts';
import { withParts } from './json-paths.ts';
import { handledOutcomes } from './handled-outcomes.ts';
import { boxesOf, pushApart, settle } from './make-room.ts';
import { exitsOf, nodeView, type Node, positionsOf } from '../view/node-view.ts';
import type { ExitRef } from '../state.ts';

/** Space between a card and the next one to its right. */
const COLUMN_GAP = 100;

/** The exit by which a call usually goes on: the first main one, else the first. */
export function defaultExit(node: Node): string | null {
  const exits = exitsOf(definitionOf(node.type), node.params);
  return (exits.find((exit) => exit.kind === 'main') ?? exits[0])?.id ?? null;
}

/** Where the next card after an exit belongs: one column to the right, in the order of the exits. */
export function spotAfter(flow: Flow, from: ExitRef): Position {
  const node = flow.nodes[from.node];
  const [x, y] = positionsOf(flow).get(from.node) ?? [0, 0];
  if (node === undefined) return [x, y];
  const view = nodeView(node);
  const index = inOrder(view.exits).findIndex((exit) => exit.id === from.exit);
  return [x + cardGeometry(view).width + COLUMN_GAP, y + Math.max(0, index) * GRID];
}

export interface Addition {
  readonly id: string;
  readonly node: Node;
  readonly at: Position;
  readonly from?: ExitRef | undefined;
  readonly to?: string | undefined;
}

/** Puts a node down near `at` and pushes away what it would lie on. Positions come from `flow`, changes go to `draft`. */
export function placeNode(flow: Flow, draft: Flow, { id, node, at, from, to }: Addition): void {
  const boxes = boxesOf(flow);
  const { width, height } = cardGeometry(nodeView(node));
  const [x, y] = settle(boxes, { x: at[0], y: at[1], width, height });
  const onward = to === undefined ? null : defaultExit(node);
  const wires = onward === null || to === undefined ? {} : { [onward]: to };
  draft.nodes[id] = withParts(node, { exits: { ...node.exits, ...wires } });
  draft.layout[id] = [x, y];
  const source = from === undefined ? undefined : draft.nodes[from.node];
  if (source !== undefined && from !== undefined) source.exits[from.exit] = id;
  boxes.set(id, { x, y, width, height });
  writePositions(draft, pushApart(boxes, [id]));
}

export function writePositions(draft: Flow, positions: Iterable<readonly [string, Position]>): void {
  for (const [id, [x, y]] of positions) {
    const [left, top] = [toGrid(x), toGrid(y)];
    const now = draft.layout[id];
    if (!Array.isArray(now) || now[0] !== left || now[1] !== top) draft.layout[id] = [left, top];
  }
}

/**
 * Makes a column free between a node and its successor: what lies right of the gap and can be reached from the
 * successor moves right together, so that the path stays readable. Answers where the new card goes and who moves.
 */
export function openGap(
  flow: Flow,
  from: ExitRef,
  target: string,
): { at: Position; moved: ReadonlyMap<string, Position> } {
  const boxes = boxesOf(flow);
  const source = boxes.get(from.node);
  const next = boxes.get(target);
  if (source === undefined || next === undefined) return { at: [0, 0], moved: new Map() };
  const x = toGrid(source.x + source.width + COLUMN_GAP);
  const isForward = next.x >= source.x + source.width;
  const missing = x + source.width + COLUMN_GAP - next.x;
  if (!isForward) return { at: [x, source.y], moved: new Map() };
  const at: Position = [x, next.y];
  if (missing <= 0)
    return { at: [toGrid((source.x + source.width + next.x - source.width) / 2), next.y], moved: new Map() };
  const shift = Math.ceil(missing / GRID) * GRID;
  const positions = positionsOf(flow);
  const moved = new Map<string, Position>();
  for (const id of reachableFrom(flow, target)) {
    const [left, top] = positions.get(id) ?? [0, 0];
    if (id !== from.node && left >= next.x) moved.set(id, [left + shift, top]);
  }
  return { at, moved };
}

function reachableFrom(flow: Flow, start: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const queue = [start];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = flow.nodes[id];
    if (seen.has(id) || node === undefined) continue;
    seen.add(id);
    queue.push(...Object.values(node.exits));
  }
  return seen;
}

/** Takes nodes away with every wire and handler that leads to them. */
export function takeAway(draft: Flow, ids: readonly string[]): void {
  const gone = new Set(ids);
  for (const id of gone) {
    delete draft.nodes[id];
    delete draft.layout[id];
  }
  for (const node of Object.values(draft.nodes)) {
    for (const [exit, target] of Object.entries(node.exits)) if (gone.has(target)) delete node.exits[exit];
  }
  const { handlers } = draft.settings;
  if (handlers === undefined) return;
  for (const outcome of handledOutcomes) {
    if (gone.has(handlers[outcome] ?? '')) delete handlers[outcome];
  }
}
