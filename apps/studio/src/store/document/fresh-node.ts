import {
  definitionOf,
  type Flow,
  freeId,
  isJsonObject,
  type Json,
  type NodeDefinition,
} from '@gatherline/flow';
import { freeLabel } from './clipboard.ts';
import { fieldsFor } from './forms.ts';
import { copyRecord } from './json-paths.ts';
import { nodeView, type Node } from '../view/node-view.ts';
import { idFrom } from './id-from.ts';
import type { Path } from '../state.ts';

/** A node fresh from the palette, with an id and a label that are free in the flow; its clocks are those of `timeZone`. */
export function freshNode(flow: Flow, type: string, timeZone: string): { id: string; node: Node } | null {
  const definition = definitionOf(type);
  if (definition === undefined) return null;
  const names = new Set(Object.values(flow.nodes).map((node) => nodeView(node).name));
  const isFirst = !names.has(definition.title);
  return {
    id: freeId(idFrom(definition.title), (id) => flow.nodes[id] !== undefined),
    node: {
      type,
      ...(isFirst ? {} : { label: freeLabel(definition.title, names) }),
      params: { ...copyRecord(definition.defaults), ...localHours(definition, timeZone) },
      exits: {},
    },
  };
}

/** The defaults that are opening hours, meant where the person is. */
function localHours(definition: NodeDefinition, timeZone: string): Node['params'] {
  return Object.fromEntries(
    fieldsFor(definition).flatMap(({ name, control }) => {
      const hours = definition.defaults[name];
      return control.kind === 'hours' && isJsonObject(hours)
        ? [[name, { ...hours, time_zone: timeZone }]]
        : [];
    }),
  );
}

/** The first field that waits to be filled in: an empty text, else a list or group without members that must be there. */
export function firstBlank(node: Node): Path | null {
  const text = blankText(node.params);
  if (text !== null) return ['params', ...text];
  const definition = definitionOf(node.type);
  const fields = definition === undefined ? [] : fieldsFor(definition);
  const empty = fields.find(({ name, required }) => required && isBare(node.params[name]));
  return empty === undefined ? null : ['params', empty.name];
}

function blankText(value: Json | undefined): Path | null {
  if (value === '') return [];
  if (Array.isArray(value)) return blankMember([...value.entries()]);
  return isJsonObject(value) ? blankMember(Object.entries(value)) : null;
}

function blankMember(members: readonly (readonly [string | number, Json | undefined])[]): Path | null {
  for (const [step, member] of members) {
    const rest = blankText(member);
    if (rest !== null) return [step, ...rest];
  }
  return null;
}

function isBare(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (!isJsonObject(value)) return false;
  const members = Object.values(value);
  const groups = members.filter((member) => Array.isArray(member) || isJsonObject(member));
  return groups.length === 0 ? members.length === 0 : groups.every(isBare);
}
