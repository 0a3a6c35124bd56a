import { nameOf } from '../node-facts.ts';
import type { Rule } from '../rule.ts';

export const unknownLanguage: Rule = {
  name: 'unknown-language',
  title: 'A language that the flow does not speak',
  help: 'A step switches to a language that is not among those of the flow: it fails, and callers go on hearing the former one.',
  check: ({ flow, nodes }) => {
    const { languages = [] } = flow.settings;
    if (languages.length === 0) return [];
    return nodes.flatMap((facts) => {
      const tag = facts.definition?.speaks?.(facts.node.params) ?? null;
      if (tag === null || languages.some((known) => mainOf(known) === mainOf(tag))) return [];
      const field = Object.entries(facts.node.params).find(([, value]) => value === tag)?.[0];
      return [
        {
          severity: 'error',
          node: facts.id,
          path: ['params', ...(field === undefined ? [] : [field])],
          message: `${nameOf(facts)} switches to ${tag}, which is not among the languages of the flow: callers go on hearing the former one.`,
          cure: `Choose one of ${languages.join(', ')}, or add it to the languages of the flow.`,
        },
      ];
    });
  },
};

/** Another region's text and voice serve where there is none of the region itself. */
function mainOf(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}
