import { nameOf } from '../node-facts.ts';
import type { Finding, Rule } from '../rule.ts';

export const basicVoice: Rule = {
  name: 'basic-voice',
  title: 'More than a basic voice can do',
  help: 'A voice of the basic quality reads plain English text (en-US) and nothing else: marks for pauses, or another language, are refused.',
  check: ({ nodes }) =>
    nodes.flatMap((facts): Finding[] => {
      const { service_level: quality, payload_type: kind, language } = facts.node.params;
      if (quality !== 'basic') return [];
      const problem = { severity: 'error', node: facts.id } as const;
      const marks: Finding = {
        ...problem,
        path: ['params', 'payload_type'],
        message: `${nameOf(facts)} holds marks (SSML), which the basic quality of the voice does not know: nothing is said.`,
        cure: 'Choose the premium quality, or plain text.',
      };
      const foreign = (tag: string): Finding => ({
        ...problem,
        path: ['params', 'language'],
        message: `${nameOf(facts)} is to be read in ${tag}, but the basic quality of the voice knows only English (en-US).`,
        cure: 'Choose the premium quality, or en-US.',
      });
      return [
        ...(kind === 'ssml' ? [marks] : []),
        ...(typeof language === 'string' && language !== 'en-US' ? [foreign(language)] : []),
      ];
    }),
};
