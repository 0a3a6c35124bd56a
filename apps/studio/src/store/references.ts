import { definitionOf, type Flow, isTemplate } from '@gatherline/flow';
import { handledOutcomes } from './handled-outcomes.ts';
import { mapTexts } from './json-paths.ts';

/** Old node ids to new ones. */
export type Renaming = ReadonlyMap<string, string>;

const LIQUID = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;

/** Where the names that a template reads live: steps, variables (inputs are variables too), resources. */
export type Root = 'nodes' | 'vars' | 'resources';

const references = {
  nodes: referenceTo('nodes'),
  vars: referenceTo('vars'),
  resources: referenceTo('resources'),
};

function referenceTo(root: Root): RegExp {
  const name = '[a-z][a-z0-9_]*';
  const dotted = `\\.\\s*(${name})(?![\\w-])`;
  const quoted = `\\[\\s*(?:"(${name})"|'(${name})')\\s*\\]`;
  return new RegExp(`"[^"]*"|'[^']*'|(?<![\\w.-])${root}\\s*(?:${dotted}|${quoted})`, 'g');
}

/** Rewrites `nodes.<id>` inside the `{{ }}` and `{% %}` of a text. */
export function renameInTemplate(text: string, renaming: Renaming, root: Root = 'nodes'): string {
  return text.replace(LIQUID, (liquid) => renameInExpression(liquid, renaming, root));
}

/** Rewrites `nodes.<id>` and `nodes['<id>']` in an expression; quoted texts are left alone. */
export function renameInExpression(expression: string, renaming: Renaming, root: Root = 'nodes'): string {
  return expression.replace(references[root], (found, dotted?: string, double?: string, single?: string) => {
    const id = dotted ?? double ?? single;
    const next = id === undefined ? undefined : renaming.get(id);
    if (id === undefined || next === undefined) return found;
    const at = found.lastIndexOf(id);
    return found.slice(0, at) + next + found.slice(at + id.length);
  });
}

/** Rewrites what the templates and conditions of a document read, in place. */
export function renameReads(draft: Pick<Flow, 'nodes' | 'settings'>, renaming: Renaming, root: Root): void {
  for (const node of Object.values(draft.nodes)) {
    const verbatim = definitionOf(node.type)?.verbatim ?? [];
    for (const [name, value] of Object.entries(node.params)) {
      const isCondition = (text: string) => verbatim.includes(name) && !isTemplate(text);
      const next = mapTexts(value, (text) =>
        (isCondition(text) ? renameInExpression : renameInTemplate)(text, renaming, root),
      );
      if (next !== value) node.params[name] = next;
    }
  }
  const { apology } = draft.settings;
  if (typeof apology === 'string') draft.settings.apology = renameInTemplate(apology, renaming, root);
  if (typeof apology !== 'object') return;
  for (const [language, text] of Object.entries(apology))
    apology[language] = renameInTemplate(text, renaming, root);
}

/** Rewrites wires, handlers and templates of a document in place. The nodes themselves keep their keys. */
export function renameReferences(draft: Pick<Flow, 'nodes' | 'settings'>, renaming: Renaming): void {
  for (const node of Object.values(draft.nodes)) {
    for (const [exit, target] of Object.entries(node.exits)) {
      const next = renaming.get(target);
      if (next !== undefined) node.exits[exit] = next;
    }
  }
  renameReads(draft, renaming, 'nodes');
  const { handlers } = draft.settings;
  if (handlers === undefined) return;
  for (const outcome of handledOutcomes) {
    const next = renaming.get(handlers[outcome] ?? '');
    if (next !== undefined) handlers[outcome] = next;
  }
}

/** `base`, or `base_2`, `base_3` … : the first that is not taken. A number that `base` ends with gives way. */
export function freeId(base: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(base)) return base;
  const stem = base.replace(/_\d+$/, '').slice(0, 58);
  for (let number = 2; ; number += 1) {
    const id = `${stem}_${number}`;
    if (!isTaken(id)) return id;
  }
}

/** A readable snake_case id from what people read: "Ask with AI" → `ask_with_ai`. */
export function idFrom(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 58);
  return words === '' ? 'node' : words;
}
