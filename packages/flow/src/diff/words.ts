import type { z } from 'zod';
import type { NodeDefinition } from '../definition.ts';
import { definitionOf } from '../nodes/index.ts';
import { type Field, fieldsOf, spokenTexts } from '../form/index.ts';
import { isJsonObject, type Json } from '../json.ts';
import { type Flow, type FlowNode, settingsSchema } from '../schema.ts';
import { metaAt, titleAt } from '../title-at.ts';
import { type Change, isList, type Path } from './changes.ts';
import { indexOfEntry } from './list-keys.ts';

/** Characters of a value before it is cut, and how many of them stand before a difference. */
const LONGEST = 90;
const LEAD = 20;

/** Two flows by the ids that steps have in the later one. */
export interface Sides {
  readonly before: Flow;
  readonly after: Flow;
}

/** What a step is called: its label or its kind; with its id where another step is called the same. */
export function stepName(flow: Flow, id: string): string {
  const node = flow.nodes[id];
  if (node === undefined) return id;
  const name = bareName(node);
  const isShared = Object.entries(flow.nodes).some(
    ([other, each]) => other !== id && bareName(each) === name,
  );
  return isShared ? `${name} (${id})` : name;
}

function bareName({ label, type }: FlowNode): string {
  return label?.trim() || kindTitle(type);
}

/** What the palette calls steps of a type. */
export function kindTitle(type: Json | undefined): string {
  return typeof type === 'string' ? (definitionOf(type)?.title ?? type) : 'none';
}

/** What an exit is called on the card, by the first version of the step that knows it. */
export function exitTitle(versions: readonly (FlowNode | undefined)[], exit: string): string {
  for (const node of versions) {
    const label = node === undefined ? undefined : labelOf(node, exit);
    if (label !== undefined) return label;
  }
  return exit.replaceAll('_', ' ');
}

function labelOf({ type, params }: FlowNode, exit: string): string | undefined {
  try {
    return definitionOf(type)
      ?.exits(params)
      .find(({ id }) => id === exit)?.label;
  } catch {
    return undefined;
  }
}

/** The field of a step at `path`, which begins inside its parameters, by the titles of its form. */
export function fieldTitle({ type }: FlowNode, path: Path): string {
  const definition = definitionOf(type);
  return definition === undefined ? path.join(', ') : titleAt(definition.params, path);
}

export function fieldMeta({ type }: FlowNode, path: Path): MetaAt {
  const definition = definitionOf(type);
  return (inside) => (definition === undefined ? {} : metaAt(definition.params, [...path, ...inside]));
}

export function settingTitle(path: Path): string {
  return titleAt(settingsSchema, path);
}

/** Whether callers hear or read what stands at `path`; `title` tells it from the other texts of the step, if it has any. */
export function spokenAt(node: FlowNode, path: Path): { readonly title: string | null } | null {
  const definition = definitionOf(node.type);
  if (definition === undefined) return null;
  const spoken = spokenTexts(node.params, formOf(definition));
  const place = placeIn(node.params, path);
  const found = spoken.find(({ at }) => at.slice(1).every((step, index) => step === place[index]));
  if (found === undefined) return null;
  const language = place.length >= found.at.length ? [String(place.at(-1))] : [];
  const title = spoken.length > 1 ? [found.title, ...language] : language;
  return { title: title.length === 0 ? null : title.join(', ') };
}

const forms = new WeakMap<NodeDefinition, readonly Field[]>();

/** The fields of a node type, drawn once. */
function formOf(definition: NodeDefinition): readonly Field[] {
  const form = forms.get(definition) ?? fieldsOf(definition.params);
  forms.set(definition, form);
  return form;
}

/** A path with the entries of lists by their place. */
function placeIn(value: Json | undefined, path: Path): Path {
  const [step, ...rest] = path;
  if (step === undefined) return [];
  if (isList(value)) {
    const index = indexOfEntry(value, step);
    return [index, ...placeIn(value[index], rest)];
  }
  return [step, ...placeIn(isJsonObject(value) ? value[step] : undefined, rest)];
}

/** What a form says of the field at a path below a value. */
export type MetaAt = (path: Path) => z.GlobalMeta;

/** A value as a person reads it: words in quotes, fields by their titles, lists with commas, nothing in braces. */
export function valueInWords(value: Json | undefined, metaOf: MetaAt = () => ({})): string {
  const { labels, unit } = metaOf([]);
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'string') return labels?.[value] ?? `“${value}”`;
  if (typeof value === 'number') return unit === undefined ? String(value) : `${value} ${unit}`;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const entries = partsOf(value).map(([step, part]) => {
    const words = valueInWords(part, (path) => metaOf([step, ...path]));
    return typeof step === 'number'
      ? words
      : `${metaOf([step]).title ?? step.replaceAll('_', ' ')}: ${words}`;
  });
  return entries.length === 0 ? 'nothing' : entries.join(', ');
}

function partsOf(value: Json): readonly (readonly [string | number, Json])[] {
  if (isList(value)) return value.map((entry, index) => [index, entry]);
  return isJsonObject(value) ? Object.entries(value) : [];
}

/** Cuts long texts alike: from shortly before the first place in which they differ. */
export function cutAlike(texts: readonly string[], longest = LONGEST): (text: string) => string {
  const [first = '', ...others] = texts;
  let shared = 0;
  while (shared < first.length && others.every((text) => text[shared] === first[shared])) shared += 1;
  const isLong = texts.some((text) => text.length > longest);
  const from = isLong && shared > longest / 2 ? first.lastIndexOf(' ', shared - LEAD) + 1 : 0;
  return (text) => {
    const isCut = text.length > from + longest;
    const end = isCut ? (text.endsWith('”') ? '…”' : '…') : '';
    return `${from > 0 ? '…' : ''}${text.slice(from, from + longest)}${end}`.replaceAll(/\s+/g, ' ');
  };
}

/** A field with what it holds now and what it held. */
export function saySet(what: string, values: { now: string; was: string; isWhole?: boolean }): string {
  const cut = cutAlike([values.now, values.was]);
  const [now, was] = [cut(values.now), cut(values.was)];
  const comesOrGoes = values.isWhole === true;
  if (comesOrGoes && was === 'nothing') return `${what} is new: ${now}`;
  if (comesOrGoes && now === 'nothing') return `${what} is gone (before: ${was})`;
  return now === was ? `${what} is another one` : `${what} is now ${now} (before: ${was})`;
}

/** An entry of a list, or another group of fields, that came or went as one. */
export function isWhole({ before, after }: Change): boolean {
  return (before === undefined || after === undefined) && (isJsonObject(before) || isJsonObject(after));
}
