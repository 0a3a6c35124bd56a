import { z } from 'zod';
import { isJsonObject, type Json, type JsonObject } from './json.ts';
import { positionOf } from './layout.ts';
import { definitionOf } from './nodes/index.ts';
import { type Flow, flowSchema, nodeSchema, settingsSchema } from './schema.ts';

const WIDTH = 100;

/** Sections that map a name to a thing; their order says nothing. */
const mapsByName = ['resources', 'inputs', 'outputs', 'variables'];

type Entry = readonly [key: string, value: Json];
type Path = readonly string[];

/**
 * Writes a flow the one canonical way: keys in schema order, nodes by id, two spaces, a final newline, defaults left
 * out, unknown fields kept. The same flow gives the same bytes however it was drawn.
 */
export function writeFlow(flow: Flow): string {
  const entriesAt = (value: JsonObject, path: Path) => flowEntries(flow, value, path);
  return `${print(flow, [], 0, entriesAt)}\n`;
}

/** The entries of the object at `path`, in the order and with the omissions of the canonical form. */
function flowEntries(flow: Flow, value: JsonObject, path: Path): readonly Entry[] {
  const [section, id, part] = path;
  if (section === undefined)
    return layoutLast(
      inOrder(value, Object.keys(flowSchema.shape), [
        'settings',
        'resources',
        'inputs',
        'outputs',
        'variables',
        'layout',
      ]),
    );
  if (section === 'settings' && path.length === 1)
    return inOrder(value, Object.keys(settingsSchema.shape), []);
  if (mapsByName.includes(section) && path.length === 1) return byKey(value);
  if (section === 'layout' && path.length === 1) return layoutEntries(flow, value);
  if (section !== 'nodes') return Object.entries(value);
  if (id === undefined) return byKey(value);
  if (part === undefined)
    return inOrder(nodeWithoutDefaults(flow, id, value), Object.keys(nodeSchema.shape), ['params', 'exits']);
  const node = flow.nodes[id];
  const definition = node === undefined ? undefined : definitionOf(node.type);
  if (part === 'exits')
    return inOrder(
      value,
      (definition?.exits(node?.params ?? {}) ?? []).map((exit) => exit.id),
      [],
    );
  if (part === 'params') return inOrder(value, keysOf(schemaAt(definition?.params, path.slice(3))), []);
  return Object.entries(value);
}

function nodeWithoutDefaults(flow: Flow, id: string, node: JsonObject): JsonObject {
  const shape = definitionOf(flow.nodes[id]?.type ?? '')?.params.shape ?? {};
  const params = isJsonObject(node.params) ? node.params : {};
  const kept = Object.entries(params).filter(([name, value]) => !isDefault(shape[name], value));
  return { ...node, params: Object.fromEntries(kept) };
}

function isDefault(schema: z.core.$ZodType | undefined, value: Json): boolean {
  return schema instanceof z.ZodDefault && JSON.stringify(schema.def.defaultValue) === JSON.stringify(value);
}

function layoutEntries(flow: Flow, layout: JsonObject): readonly Entry[] {
  return byKey(layout).map(([id, value]): Entry => {
    const position = positionOf(flow, id);
    return [id, position === null ? value : [...position]];
  });
}

/** Known keys first, in `order`; then the others as they came. Those in `unlessEmpty` are left out while they hold nothing. */
function inOrder(
  value: JsonObject,
  order: readonly string[],
  unlessEmpty: readonly string[],
): readonly Entry[] {
  const known = order.filter((key) => key in value);
  const others = Object.keys(value).filter((key) => !order.includes(key));
  return [...known, ...others].flatMap((key): Entry[] => {
    const entry = value[key];
    const isEmpty = isJsonObject(entry) && Object.keys(entry).length === 0;
    return entry === undefined || (isEmpty && unlessEmpty.includes(key)) ? [] : [[key, entry]];
  });
}

/** Layout ends the file, so that a drag never touches a logic line. */
function layoutLast(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted(([a], [b]) => Number(a === 'layout') - Number(b === 'layout'));
}

function byKey(value: JsonObject): readonly Entry[] {
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The schema of the parameter at `path`, where the schema says anything about it. */
function schemaAt(schema: z.core.$ZodType | undefined, path: Path): z.core.$ZodType | undefined {
  const bare = unwrap(schema);
  const [step, ...rest] = path;
  if (step === undefined || bare === undefined) return bare;
  if (bare instanceof z.ZodArray) return schemaAt(bare.element, rest);
  if (bare instanceof z.ZodRecord) return schemaAt(bare.valueType, rest);
  if (bare instanceof z.ZodObject) return schemaAt(bare.shape[step], rest);
  if (bare instanceof z.ZodUnion) {
    return bare.options.map((option) => schemaAt(option, path)).find((found) => found !== undefined);
  }
  return undefined;
}

function unwrap(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable
    ? unwrap(schema.unwrap())
    : schema;
}

function keysOf(schema: z.core.$ZodType | undefined): readonly string[] {
  const bare = unwrap(schema);
  if (bare instanceof z.ZodObject) return Object.keys(bare.shape);
  if (bare instanceof z.ZodUnion) return [...new Set(bare.options.flatMap((option) => keysOf(option)))];
  return [];
}

type EntriesAt = (value: JsonObject, path: Path) => readonly Entry[];

function print(value: Json, path: Path, column: number, entriesAt: EntriesAt): string {
  if (Array.isArray(value)) return printList(value, path, column, entriesAt);
  if (isJsonObject(value)) return printObject(value, path, column, entriesAt);
  return JSON.stringify(value);
}

function printList(value: readonly Json[], path: Path, column: number, entriesAt: EntriesAt): string {
  if (value.every((item) => typeof item !== 'object' || item === null)) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    if (line.length + column <= WIDTH) return line;
  }
  const indent = ' '.repeat(2 * (path.length + 1));
  const items = value.map(
    (item, index) => indent + print(item, [...path, String(index)], indent.length, entriesAt),
  );
  return `[\n${items.join(',\n')}\n${indent.slice(2)}]`;
}

function printObject(value: JsonObject, path: Path, column: number, entriesAt: EntriesAt): string {
  const entries = entriesAt(value, path);
  if (entries.length === 0) return '{}';
  const isFlat = entries.every(([, item]) => typeof item !== 'object' || item === null);
  if (isFlat && !hasLinePerEntry(path, entries.length)) {
    const line = `{ ${entries.map(([key, item]) => `${JSON.stringify(key)}: ${JSON.stringify(item)}`).join(', ')} }`;
    if (line.length + column <= WIDTH) return line;
  }
  const indent = ' '.repeat(2 * (path.length + 1));
  const lines = entries.map(([key, item]) => {
    const start = `${indent}${JSON.stringify(key)}: `;
    return start + print(item, [...path, key], start.length, entriesAt);
  });
  return `{\n${lines.join(',\n')}\n${indent.slice(2)}}`;
}

/** What a review reads line by line: each exit, parameter, variable and position on a line of its own. */
function hasLinePerEntry(path: Path, entries: number): boolean {
  if (path[0] === 'nodes' && path.length === 3) return path[2] === 'params' || entries > 1;
  return path.length < 2 && path[0] !== 'settings';
}
