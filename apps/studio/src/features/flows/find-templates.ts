import { definitionOf } from '@gatherline/flow';
import type { Template } from '../../api/index.ts';

/** Templates in which every word of the query is found: in their names and sentences, their steps, what they ask for. */
export function findTemplates(templates: readonly Template[], query: string): readonly Template[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  return templates.filter((template) => {
    const text = textOf(template);
    return words.every((word) => text.includes(word));
  });
}

function textOf({ id, name, description, flow }: Template): string {
  const steps = Object.values(flow.nodes).flatMap(({ type, label }) => [
    label ?? '',
    definitionOf(type)?.title ?? type,
  ]);
  const asked = Object.entries(flow.resources).map(([key, { title }]) => title ?? key);
  return plain([id, name, description, ...steps, ...asked].join(' '));
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
}
