import { definitionOf, definitions, type Flow, isJsonObject, type Json, type Output } from '@gatherline/flow';
import { callOrder } from './call-order.ts';
import { languagesOf } from './languages.ts';
import { nameOf } from '../view/node-view.ts';
import { beginningsOf, visitedBefore } from './visited-before.ts';

/** A value that a template or a condition may read; `path` such as `nodes.ask.digits`. */
export interface Readable {
  readonly path: string;
  readonly label: string;
  readonly example: Json;
  /** The part of the path that the person has to name. */
  readonly blank?: string;
}

export interface ReadableGroup {
  readonly title: string;
  readonly items: readonly Readable[];
}

interface Reader {
  /** The step that reads; `null` for a text of the flow itself, which may come after any step. */
  readonly node: string | null;
  /** What is written is sent to a server and never heard: it may name secrets. */
  readonly takesSecrets?: boolean;
  /** It is read once the step has its values. */
  readonly readsItself?: boolean;
}

const known = new WeakMap<Flow, Map<string, readonly ReadableGroup[]>>();

/** What may be read at a place of the flow: of the call, the event, variables, resources, and the steps before it. */
export function readablesAt(flow: Flow, reader: Reader): readonly ReadableGroup[] {
  const found = known.get(flow) ?? new Map<string, readonly ReadableGroup[]>();
  known.set(flow, found);
  const key = `${reader.node ?? ''}/${reader.takesSecrets === true}/${reader.readsItself === true}`;
  const groups = found.get(key) ?? findReadables(flow, reader);
  found.set(key, groups);
  return groups;
}

function findReadables(flow: Flow, reader: Reader): readonly ReadableGroup[] {
  const { node } = reader;
  const order = callOrder(flow);
  const before = node === null ? new Set(order) : visitedBefore(flow, node);
  const steps = order.filter((id) => before.has(id));
  const itself = reader.readsItself === true && node !== null && !before.has(node) ? [node] : [];
  const groups = [
    { title: 'The event', items: node === null ? [] : ofEvent(flow, node) },
    { title: 'The call', items: ofCall(flow) },
    { title: 'Variables', items: ofVariables(flow, steps) },
    { title: 'Details', items: ofResources(flow, reader.takesSecrets === true) },
    ...[...itself, ...steps].map((id) => ({ title: nameOf(flow, id), items: ofStep(flow, id) })),
  ];
  return groups.filter(({ items }) => items.length > 0);
}

function ofCall(flow: Flow): readonly Readable[] {
  const facts = [
    { path: 'call.from', label: 'Number of the caller', example: '+13125550100' },
    { path: 'call.to', label: 'Number that was called', example: '+13125550111' },
    { path: 'call.started_at', label: 'When the call began', example: '2026-06-01T09:00:00.000Z' },
    { path: 'call.now', label: 'Now', example: '2026-06-01T09:01:00.000Z' },
    { path: 'call.direction', label: 'Incoming or outgoing', example: 'incoming' },
  ];
  const language = { path: 'call.language', label: 'Language of the caller', example: 'en-US' };
  return languagesOf(flow).length > 1 ? [...facts, language] : facts;
}

/** What the listeners tell behind which the step stands; the step named for the hang-up reads what listeners to it tell. */
function ofEvent(flow: Flow, node: string): readonly Readable[] {
  const told = beginningsOf(flow, node).flatMap((id) => {
    const definition = definitionOf(flow.nodes[id]?.type ?? '');
    if (definition?.role === 'listener') return definition.eventOutputs ?? [];
    return definitions.find(({ eventTypes }) => eventTypes?.includes('call.hangup'))?.eventOutputs ?? [];
  });
  const names = new Map(told.map((output) => [output.name, output]));
  return [...names.values()].flatMap((output) => partsOf('event', output));
}

function ofVariables(flow: Flow, steps: readonly string[]): readonly Readable[] {
  const set = steps.flatMap((id) => {
    const node = flow.nodes[id];
    return node === undefined ? [] : (definitionOf(node.type)?.variables?.(node.params) ?? []);
  });
  const names = [...new Set([...Object.keys(flow.inputs), ...Object.keys(flow.variables), ...set])];
  return names.map((name) => ({
    path: `vars.${name}`,
    label: flow.inputs[name]?.title ?? inWords(name),
    example: flow.variables[name] ?? '',
  }));
}

/** A week of opening hours is nothing to be said, and a secret nothing to be heard. */
function ofResources(flow: Flow, takesSecrets: boolean): readonly Readable[] {
  return Object.entries(flow.resources)
    .filter(([, { type }]) => type !== 'hours' && (type !== 'secret' || takesSecrets))
    .map(([name, { title, type }]) => ({
      path: `resources.${name}`,
      label: `${title ?? inWords(name)}${type === 'secret' ? ' (secret)' : ''}`,
      example: '',
    }));
}

function ofStep(flow: Flow, id: string): readonly Readable[] {
  const node = flow.nodes[id];
  const outputs = node === undefined ? [] : (definitionOf(node.type)?.outputs(node.params) ?? []);
  return outputs.flatMap((output) => partsOf(`nodes.${id}`, output));
}

/** A value that is a group is offered value by value, then as a whole; what is in a foreign one is the person's to name. */
export function partsOf(root: string, { name, title, example, isForeign }: Output): readonly Readable[] {
  const whole = { path: `${root}.${name}`, label: title, example };
  if (isForeign === true) {
    const one = {
      path: `${root}.${name}.value`,
      label: `${title}: one value of it`,
      example: '',
      blank: 'value',
    };
    return [one, whole];
  }
  if (!isJsonObject(example)) return [whole];
  const parts = Object.entries(example).map(([key, value]) => ({
    path: `${root}.${name}.${key}`,
    label: `${title}: ${inWords(key)}`,
    example: value,
  }));
  return [...parts, whole];
}

function inWords(name: string): string {
  return name.replaceAll('_', ' ');
}
