import { definitionOf, type Flow, idSchema, renameReads, texts } from '@gatherline/flow';
import type { DocumentDependencies } from './document-dependencies.ts';
import { recordAt, withValueAt } from './json-paths.ts';
import type { Node } from '../view/node-view.ts';
import type { DocumentSlice } from '../state.ts';

/** What becomes of a variable beyond its value. */
export function createVariableActions({
  get,
  editing,
}: Pick<DocumentDependencies, 'get' | 'editing'>): Pick<DocumentSlice, 'renameVariable'> {
  return {
    renameVariable(name, newName) {
      const { flow } = get();
      const isFree =
        flow !== null && Object.hasOwn(flow.variables, name) && !Object.hasOwn(flow.variables, newName);
      if (!isFree || !idSchema.safeParse(newName).success) return false;
      return editing.edit(`Variable ${name} is now called ${newName}`, (draft) => {
        draft.variables = renamedKey(draft.variables, name, newName);
        renameReads(draft, new Map([[name, newName]]), 'vars');
        for (const [id, node] of Object.entries(flow.nodes))
          renameSetting(draft, id, { node, name, newName });
      });
    },
  };
}

function renamedKey(variables: Flow['variables'], name: string, newName: string): Flow['variables'] {
  return Object.fromEntries(
    Object.entries(variables).map(([key, value]) => [key === name ? newName : key, value]),
  );
}

/** A step that sets the variable names it somewhere among its parameters: where another text there names another variable. */
function renameSetting(
  draft: Flow,
  id: string,
  { node, name, newName }: { node: Node; name: string; newName: string },
): void {
  const definition = definitionOf(node.type);
  const sets = (params: Node['params']) => definition?.variables?.(params) ?? [];
  const target = draft.nodes[id];
  if (target === undefined || !sets(node.params).includes(name)) return;
  for (const [path, text] of texts(node.params, [])) {
    if (text !== name) continue;
    const changed = recordAt(withValueAt(node.params, path, newName));
    if (sets(changed).includes(newName)) target.params = recordAt(withValueAt(target.params, path, newName));
  }
}
