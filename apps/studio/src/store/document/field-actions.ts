import { definitionOf, type Flow, idSchema, renameReferences } from '@gatherline/flow';
import type { DocumentDependencies } from './document-dependencies.ts';
import { copyJson, recordAt, withValueAt } from './json-paths.ts';
import { exitsOf, nameOf, type Node } from '../view/node-view.ts';
import { rewire } from './rewire.ts';
import type { DocumentSlice, Path } from '../state.ts';

type FieldActions = Pick<
  DocumentSlice,
  'setParam' | 'setLabel' | 'renameNode' | 'setSettings' | 'setName' | 'setVariable'
>;

export function createFieldActions({ set, get, editing }: DocumentDependencies): FieldActions {
  return {
    setParam(id, path, value, options) {
      const { flow } = get();
      const node = flow?.nodes[id];
      if (flow === null || node === undefined) return;
      const key = `param:${id}:${path.join('.')}`;
      const params = recordAt(withValueAt(node.params, path, value));
      const exits = wiresFor(editing.fieldBase(key, node), params);
      const label = options?.label ?? `${nameOf(flow, id)}: ${fieldTitle(node, path)} changed`;
      const change = (draft: Flow) => {
        const target = draft.nodes[id];
        if (target === undefined) return;
        writeEntries(target.params, node.params, params);
        writeEntries(target.exits, node.exits, exits);
      };
      editing.edit(label, change, key);
    },
    setLabel(id, text) {
      const { flow } = get();
      if (flow === null) return;
      const change = (draft: Flow) => {
        const node = draft.nodes[id];
        if (node === undefined) return;
        if (text === '') delete node.label;
        else node.label = text;
      };
      editing.edit(`${nameOf(flow, id)} renamed`, change, `label:${id}`);
    },
    renameNode(id, newId) {
      const { flow, selection, inspected } = get();
      const isFree = flow !== null && flow.nodes[id] !== undefined && flow.nodes[newId] === undefined;
      if (!isFree || !idSchema.safeParse(newId).success) return false;
      const follow = (other: string) => (other === id ? newId : other);
      const changed = editing.edit(`${nameOf(flow, id)} is now called ${newId}`, (draft) => {
        renameReferences(draft, new Map([[id, newId]]));
        draft.nodes = withKeys(draft.nodes, follow);
        draft.layout = withKeys(draft.layout, follow);
      });
      if (changed)
        set({ selection: selection.map(follow), inspected: inspected === null ? null : follow(inspected) });
      return changed;
    },
    setSettings(path, value) {
      const settings = get().flow?.settings;
      if (settings === undefined) return;
      const next = recordAt(withValueAt(settings, path, value));
      const change = (draft: Flow) => writeEntries(draft.settings, settings, next);
      editing.edit('Settings changed', change, `settings:${path.join('.')}`);
    },
    setName(text) {
      const change = (draft: Flow) => {
        draft.name = text;
      };
      if (text.trim() !== '') editing.edit('Flow renamed', change, 'name');
    },
    setVariable(name, value) {
      if (value !== undefined && !idSchema.safeParse(name).success) return;
      const change = (draft: Flow) => {
        if (value === undefined) delete draft.variables[name];
        else draft.variables[name] = copyJson(value);
      };
      editing.edit(
        `Variable ${name} ${value === undefined ? 'deleted' : 'changed'}`,
        change,
        `variable:${name}`,
      );
    },
  };
}

function wiresFor(base: Node, params: Node['params']): Readonly<Record<string, string>> {
  const definition = definitionOf(base.type);
  return rewire(base.exits, exitsOf(definition, base.params), exitsOf(definition, params));
}

/** Writes only what differs, so that the patches are as small as the change. */
function writeEntries<T>(
  target: Record<string, T>,
  before: Readonly<Record<string, T>>,
  next: Readonly<Record<string, T>>,
): void {
  for (const key of Object.keys(before)) if (!(key in next)) delete target[key];
  for (const [key, value] of Object.entries(next)) if (value !== before[key]) target[key] = value;
}

function withKeys<T>(record: Record<string, T>, rename: (key: string) => string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [rename(key), value]));
}

function fieldTitle(node: Node, path: Path): string {
  const name = String(path[0] ?? 'settings');
  return definitionOf(node.type)?.params.shape[name]?.meta?.()?.title ?? name;
}
