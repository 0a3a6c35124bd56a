import {
  type Category,
  definitionOf,
  type Exit,
  type Flow,
  type NodeDefinition,
  type Position,
  positionOf,
} from '@gatherline/flow';
import { readableWords } from '../document/readable-words.ts';

export type Node = Flow['nodes'][string];

/** A way out as it is drawn; `stale` marks a wire whose exit the node no longer has. */
export interface ViewExit extends Exit {
  readonly stale?: true;
}

/** What a node shows of itself, whatever its type and however broken its parameters. */
export interface NodeView {
  readonly isKnown: boolean;
  readonly name: string;
  readonly title: string;
  readonly icon: string;
  readonly category: Category;
  readonly role: NodeDefinition['role'];
  /** Whether anything may lead to it. */
  readonly hasEntry: boolean;
  readonly exits: readonly ViewExit[];
  readonly summary: string;
}

const faces = new WeakMap<Node, NodeView>();

/** Worked out once for each record of the document; records are never changed in place. */
export function nodeView(node: Node): NodeView {
  const known = faces.get(node);
  if (known !== undefined) return known;
  const view = drawFace(node);
  faces.set(node, view);
  return view;
}

export function nameOf(flow: Flow, id: string): string {
  const node = flow.nodes[id];
  return node === undefined ? id : nodeView(node).name;
}

/** The exits a node of this type has with these parameters; none when the definition can't make sense of them. */
export function exitsOf(definition: NodeDefinition | undefined, params: Node['params']): readonly Exit[] {
  return attempt(() => definition?.exits(params) ?? [], []);
}

function drawFace(node: Node): NodeView {
  const definition = definitionOf(node.type);
  const exits = exitsOf(definition, node.params);
  const ids = new Set(exits.map((exit) => exit.id));
  const others = Object.keys(node.exits)
    .filter((id) => !ids.has(id))
    .map((id): ViewExit => {
      const label = id.replaceAll('_', ' ');
      return definition === undefined
        ? { id, label, kind: 'main' }
        : { id, label, kind: 'outcome', stale: true };
    });
  return {
    isKnown: definition !== undefined,
    name: node.label?.trim() || definition?.title || node.type,
    title: definition?.title ?? node.type,
    icon: definition?.icon ?? 'question-mark',
    category: definition?.category ?? 'end',
    role: definition?.role ?? 'step',
    hasEntry: (definition?.role ?? 'step') === 'step',
    exits: distinct([...exits, ...others]),
    summary:
      definition === undefined
        ? ''
        : attempt(() => readableWords(definition.summary(node.params)).trim(), ''),
  };
}

/** Two exits of one name are one port: the file could not tell them apart. */
function distinct(exits: readonly ViewExit[]): readonly ViewExit[] {
  return exits.filter((exit, index) => exits.findIndex(({ id }) => id === exit.id) === index);
}

function attempt<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

const COLUMN = 360;
const ROW = 280;
const positions = new WeakMap<Flow, ReadonlyMap<string, Position>>();

/** Where every node stands; nodes without a place in the file stand in columns by their distance from the start. */
export function positionsOf(flow: Flow): ReadonlyMap<string, Position> {
  const known = positions.get(flow);
  if (known !== undefined) return known;
  const found = new Map<string, Position>();
  for (const id of Object.keys(flow.nodes)) {
    const position = positionOf(flow, id);
    if (position !== null) found.set(id, position);
  }
  placeTheRest(flow, found);
  positions.set(flow, found);
  return found;
}

function placeTheRest(flow: Flow, found: Map<string, Position>): void {
  const missing = Object.keys(flow.nodes).filter((id) => !found.has(id));
  if (missing.length === 0) return;
  const top = Math.max(-ROW, ...[...found.values()].map(([, y]) => y)) + ROW;
  const depths = depthsOf(flow);
  const filled = new Map<number, number>();
  for (const id of missing) {
    const depth = depths.get(id) ?? 0;
    const row = filled.get(depth) ?? 0;
    filled.set(depth, row + 1);
    found.set(id, [depth * COLUMN, top + row * ROW]);
  }
}

function depthsOf(flow: Flow): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  let frontier = Object.keys(flow.nodes).filter((id) => {
    const node = flow.nodes[id];
    return node !== undefined && !nodeView(node).hasEntry;
  });
  for (let depth = 0; frontier.length > 0; depth += 1) {
    for (const id of frontier) depths.set(id, depth);
    const reached = new Set(frontier.flatMap((id) => Object.values(flow.nodes[id]?.exits ?? {})));
    frontier = [...reached].filter((id) => flow.nodes[id] !== undefined && !depths.has(id));
  }
  return depths;
}
