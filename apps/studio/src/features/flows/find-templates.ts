import { definitionOf } from '@gatherline/flow';
import type { Template } from '../../api/index.ts';

/**
 * Templates in which every word of the query is found: in their names and sentences, their steps, what they ask for.
 * Those whose name says it come first, then those whose sentence does.
 */
export function findTemplates(templates: readonly Template[], query: string): readonly Template[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const ranked = templates.map((template) => ({
    template,
    rank: textsOf(template).findIndex((text) => words.every((word) => text.includes(word))),
  }));
  return ranked
    .filter(({ rank }) => rank !== -1)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ template }) => template);
}

/** From what says most about a template to all there is in it. */
function textsOf({ id, name, description, flow }: Template): readonly string[] {
  const steps = Object.values(flow.nodes).flatMap(({ type, label }) => [
    label ?? '',
    definitionOf(type)?.title ?? type,
  ]);
  const asked = Object.entries(flow.resources).map(([key, { title }]) => title ?? key);
  const called = plain(`${id} ${name}`);
  const said = `${called} ${plain(description)}`;
  return [called, said, `${said} ${plain([...steps, ...asked].join(' '))}`];
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
}
