import {
  definitionOf,
  FORMAT,
  type Flow,
  freeId,
  isJsonObject,
  isTemplate,
  parseFlow,
  renameReferences,
  texts,
  variablesOf,
} from '@gatherline/flow';
import { nodeView, type Node, positionsOf } from '../view/node-view.ts';
import { withParts } from './json-paths.ts';

/** What nodes travel as: text that can be pasted into another flow, another tab, or a chat. */
export const CLIPBOARD_KIND = 'gatherline/nodes@1';

/** Nodes with the wires among them, and the variables that their templates read. */
export function toClipboard(flow: Flow, ids: readonly string[]): string {
  const chosen = new Set(ids.filter((id) => flow.nodes[id] !== undefined));
  const places = positionsOf(flow);
  const nodes: Record<string, Node> = {};
  for (const id of chosen) {
    const node = flow.nodes[id];
    if (node === undefined) continue;
    const inner = Object.entries(node.exits).filter(([, target]) => chosen.has(target));
    nodes[id] = withParts(node, { exits: Object.fromEntries(inner) });
  }
  const names = Object.values(nodes).flatMap(variablesReadBy);
  const variables = Object.entries(flow.variables).filter(([name]) => names.includes(name));
  const layout = [...chosen].map((id) => [id, places.get(id) ?? [0, 0]] as const);
  const document = {
    kind: CLIPBOARD_KIND,
    nodes,
    variables: Object.fromEntries(variables),
    layout: Object.fromEntries(layout),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function variablesReadBy(node: Node): readonly string[] {
  return [...texts(node.params, [])].flatMap(([, text]) => {
    const paths = variablesOf(isTemplate(text) ? text : `{{ ${text.replace(/[{}%]/g, ' ')} }}`);
    return paths.filter((path) => path[0] === 'vars').map((path) => String(path[1]));
  });
}

export type Clipping =
  | { readonly ok: true; readonly flow: Flow }
  | { readonly ok: false; readonly message: string };

/** Reads clipboard text; says why it can't be pasted when it is something else. */
export function fromClipboard(text: string): Clipping {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { ok: false, message: 'The clipboard holds no steps. Copy some steps first.' };
  }
  if (
    !isJsonObject(parsed) ||
    typeof parsed.kind !== 'string' ||
    !parsed.kind.startsWith('gatherline/nodes@')
  ) {
    return { ok: false, message: 'The clipboard holds something else than steps of a flow.' };
  }
  if (parsed.kind !== CLIPBOARD_KIND) {
    return { ok: false, message: 'These steps were copied from another version of Gatherline.' };
  }
  const { nodes, variables, layout } = parsed;
  const reading = parseFlow({ format: FORMAT, id: 'clipboard', name: 'Clipboard', nodes, variables, layout });
  if (reading.ok) return reading;
  return {
    ok: false,
    message: `These steps can't be pasted: ${reading.problems[0]?.message ?? 'they are damaged.'}`,
  };
}

export interface Remapped {
  readonly nodes: Readonly<Record<string, Node>>;
  readonly places: Readonly<Record<string, readonly [number, number]>>;
  /** Clipboard ids to the ids they got. */
  readonly renamed: ReadonlyMap<string, string>;
}

/**
 * Gives pasted nodes ids that are free in `flow`, rewrites what they say about each other, numbers labels that exist,
 * and leaves out a second start. The wires to nodes that did not come along are dropped.
 */
export function remap(clipping: Flow, flow: Flow): Remapped {
  const hasEntry = Object.values(flow.nodes).some((node) => nodeView(node).role === 'entry');
  const copy = structuredClone(clipping);
  const places = positionsOf(copy);
  const chosen = Object.keys(copy.nodes).filter((id) => {
    const node = copy.nodes[id];
    return node !== undefined && (definitionOf(node.type)?.role !== 'entry' || !hasEntry);
  });
  const taken = new Set(Object.keys(flow.nodes));
  const renaming = new Map<string, string>();
  for (const id of chosen) {
    const free = freeId(id, (candidate) => taken.has(candidate));
    taken.add(free);
    renaming.set(id, free);
  }
  for (const node of Object.values(copy.nodes)) {
    node.exits = Object.fromEntries(Object.entries(node.exits).filter(([, target]) => renaming.has(target)));
  }
  renameReferences({ nodes: copy.nodes, settings: {} }, renaming);
  const labels = new Set(Object.values(flow.nodes).flatMap((node) => node.label ?? []));
  const nodes: Record<string, Node> = {};
  const positions: Record<string, readonly [number, number]> = {};
  for (const [id, next] of renaming) {
    const node = copy.nodes[id];
    if (node === undefined) continue;
    nodes[next] = withParts(node, node.label === undefined ? {} : { label: freeLabel(node.label, labels) });
    positions[next] = places.get(id) ?? [0, 0];
  }
  return { nodes, places: positions, renamed: renaming };
}

/** "Main menu" → "Main menu 2" when there is one; remembers the answer in `taken`. */
export function freeLabel(label: string, taken: Set<string>): string {
  const base = label.replace(/ \d+$/, '');
  let free = label;
  for (let number = 2; taken.has(free); number += 1) free = `${base} ${number}`;
  taken.add(free);
  return free;
}
