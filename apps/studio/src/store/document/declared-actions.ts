import { definitionOf, type Flow, idSchema, renameReads } from '@gatherline/flow';
import type { DocumentDependencies } from './document-dependencies.ts';
import { fieldsFor } from './forms.ts';
import { copyJson, recordAt } from './json-paths.ts';
import type { DeclaredPart, DocumentSlice } from '../state.ts';

type DeclaredActions = Pick<DocumentSlice, 'setDeclared' | 'renameDeclared'>;

/** What a flow says of itself to the outside: the resources it needs, what goes in and what comes out. */
export function createDeclaredActions({
  get,
  editing,
}: Pick<DocumentDependencies, 'get' | 'editing'>): DeclaredActions {
  return {
    setDeclared(part, name, value) {
      if (!idSchema.safeParse(name).success) return;
      const change = (draft: Flow) => {
        if (value === undefined) delete draft[part][name];
        else Object.assign(draft[part], { [name]: recordAt(copyJson(value)) });
      };
      const what = value === undefined ? 'deleted' : 'changed';
      editing.edit(`${words[part]} ${name} ${what}`, change, `${part}:${name}`);
    },
    renameDeclared(part, name, newName) {
      const { flow } = get();
      const isFree = flow !== null && Object.hasOwn(flow[part], name) && !Object.hasOwn(flow[part], newName);
      if (!isFree || !idSchema.safeParse(newName).success) return false;
      return editing.edit(`${words[part]} ${name} is now called ${newName}`, (draft) => {
        const renamed = Object.entries(draft[part]).map(
          ([key, value]) => [key === name ? newName : key, value] as const,
        );
        Object.assign(draft, { [part]: Object.fromEntries(renamed) });
        followRenaming(draft, part, { name, newName });
      });
    },
  };
}

const words: Readonly<Record<DeclaredPart, string>> = {
  resources: 'Detail',
  inputs: 'Input',
  outputs: 'Output',
};

interface Rename {
  readonly name: string;
  readonly newName: string;
}

function followRenaming(draft: Flow, part: DeclaredPart, { name, newName }: Rename): void {
  const renaming = new Map([[name, newName]]);
  if (part === 'resources') {
    renameReads(draft, renaming, 'resources');
    renameChosenHours(draft, { name, newName });
  }
  // An input is read as a variable; one of the same name that the flow has of its own stays what is read.
  if (part === 'inputs' && !Object.hasOwn(draft.variables, name)) renameReads(draft, renaming, 'vars');
}

/** Steps that take their hours by name follow it too. */
function renameChosenHours(draft: Flow, { name, newName }: Rename): void {
  for (const node of Object.values(draft.nodes)) {
    const definition = definitionOf(node.type);
    if (definition === undefined) continue;
    for (const { name: param, control } of fieldsFor(definition)) {
      const isName = control.kind === 'text' && control.as === 'hours_name';
      if (isName && node.params[param] === name) node.params[param] = newName;
    }
  }
}
