import { definitionOf, type Flow, isJsonObject, type Json, type Output } from '@gatherline/flow';
import { editor, nameOf } from '../../store/index.ts';
import type { InsertGroup } from '../../ui/index.ts';

const aboutTheCall = [
  { label: 'Number of the caller', text: '{{ call.from }}' },
  { label: 'Number that was called', text: '{{ call.to }}' },
  { label: 'When the call began', text: '{{ call.started_at }}' },
  { label: 'Incoming or outgoing', text: '{{ call.direction }}' },
];

/** What a text of this flow may say: facts of the call, the flow's variables, and what its steps give. */
export function insertionsOf(flow: Flow): readonly InsertGroup[] {
  const variables = Object.keys(flow.variables).map((name) => ({ label: name, text: `{{ vars.${name} }}` }));
  const steps = Object.entries(flow.nodes).map(([id, node]) => ({
    title: nameOf(flow, id),
    items: (definitionOf(node.type)?.outputs(node.params) ?? []).flatMap((output) => readsOf(id, output)),
  }));
  return [{ title: 'The call', items: aboutTheCall }, { title: 'Variables', items: variables }, ...steps];
}

/** The same for the flow that is open; asked for when a menu opens. */
export function insertions(): readonly InsertGroup[] {
  const { flow } = editor.getState();
  return flow === null ? [] : insertionsOf(flow);
}

/** An output that is a group of values is offered value by value, then as a whole. */
export function readsOf(node: string, { name, title, example }: Output) {
  const whole = { label: title, text: `{{ nodes.${node}.${name} }}`, example: shown(example) };
  if (!isJsonObject(example)) return [whole];
  const parts = Object.entries(example).map(([key, value]) => ({
    label: `${title}: ${key.replaceAll('_', ' ')}`,
    text: `{{ nodes.${node}.${name}.${key} }}`,
    example: shown(value),
  }));
  return [...parts, whole];
}

function shown(example: Json): string {
  const text = typeof example === 'string' ? example : JSON.stringify(example);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
