import { isTemplate } from './expressions/templates.ts';
import { definitionOf } from './nodes/index.ts';
import type { Flow, FlowNode } from './schema.ts';

/** Old names to new ones. */
export type Renaming = ReadonlyMap<string, string>;

const LIQUID = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/g;

/** Where the names that a template reads live: steps, variables (inputs are variables too), resources. */
export type Root = 'nodes' | 'vars' | 'resources';

const references = {
  nodes: referenceTo('nodes'),
  vars: referenceTo('vars'),
  resources: referenceTo('resources'),
};

type Value = FlowNode['params'][string];

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
    for (const [name, value] of Object.entries(node.params)) {
      const rename = (text: string) =>
        (isCondition(node, name, text) ? renameInExpression : renameInTemplate)(text, renaming, root);
      const next = mapTexts(value, rename);
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
  for (const [outcome, target] of Object.entries(handlers)) {
    const next = typeof target === 'string' ? renaming.get(target) : undefined;
    if (next !== undefined) handlers[outcome] = next;
  }
}

/** A flow whose steps have other ids, with everything that names them. */
export function renameSteps(flow: Flow, renaming: Renaming): Flow {
  if (renaming.size === 0) return flow;
  const copy = structuredClone(flow);
  renameReferences(copy, renaming);
  copy.nodes = withKeys(copy.nodes, renaming);
  copy.layout = withKeys(copy.layout, renaming);
  return copy;
}

function withKeys<T>(record: Readonly<Record<string, T>>, renaming: Renaming): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [renaming.get(key) ?? key, value]));
}

/** The steps whose values a node's templates and conditions read. */
export function stepsReadBy(node: FlowNode): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [name, value] of Object.entries(node.params))
    mapTexts(value, (text) => {
      const expressions = isCondition(node, name, text) ? [text] : (text.match(LIQUID) ?? []);
      for (const expression of expressions)
        for (const [, dotted, double, single] of expression.matchAll(references.nodes)) {
          const id = dotted ?? double ?? single;
          if (id !== undefined) found.add(id);
        }
      return text;
    });
  return found;
}

/** Verbatim parameters hold expressions without braces, or templates. */
function isCondition(node: FlowNode, parameter: string, text: string): boolean {
  return definitionOf(node.type)?.verbatim?.includes(parameter) === true && !isTemplate(text);
}

/** Every text inside a value, changed by `change`; unchanged parts stay the same objects. */
function mapTexts(value: Value, change: (text: string) => string): Value {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => mapTexts(item, change));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const record = value;
  const entries = Object.entries(record).map(([key, item]) => [key, mapTexts(item, change)] as const);
  return entries.every(([key, item]) => item === record[key]) ? value : Object.fromEntries(entries);
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
