import { z } from 'zod';
import { templated } from '../carrier-parameters/index.ts';
import { defineNode, leave } from '../definition.ts';
import { isTemplate } from '../expressions/templates.ts';
import { done, error } from './parts/exits.ts';
import { textOf } from './parts/summaries.ts';

const params = z.object({
  language: templated({
    cure: 'Name the language by its tag, like en-US or es-US.',
    format: /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
  }).meta({
    title: 'Language',
    help: 'The language of everything the caller hears from here on.',
    example: 'es-US',
    group: 'main',
    control: 'language',
  }),
});

export const setLanguage = defineNode({
  type: 'set_language',
  title: 'Set the language',
  help: 'From here on the caller is spoken to in this language, in the voice that the flow has for it.',
  category: 'decide',
  icon: 'language',
  synonyms: ['english', 'spanish', 'translate', 'locale', 'tongue', 'voice'],
  role: 'step',
  waitsForCaller: false,
  outlivesCall: true,
  params,
  defaults: { language: '' },
  exits: () => [done, error],
  outputs: () => [{ name: 'language', title: 'Language of the caller', example: 'es-US' }],
  summary: ({ language }) => textOf(language),
  speaks: ({ language }) =>
    typeof language === 'string' && language !== '' && !isTemplate(language) ? language : null,
  isInstant: () => true,
  enter({ params: { language: wanted }, settings: { languages = [] } }) {
    const language = languages.length === 0 ? wanted : nearest(wanted, languages);
    if (language === undefined) return leave('error', { why: `The flow does not speak ${wanted}.` });
    return leave('done', { language, outputs: { language } });
  },
});

/** The tag itself, or the same language of another region: what a customer's record says is often just `es`. */
function nearest(wanted: string, languages: readonly string[]): string | undefined {
  const isSame = (tag: string) => tag.toLowerCase() === wanted.toLowerCase();
  const main = (tag: string) => tag.toLowerCase().split('-')[0];
  return languages.find(isSame) ?? languages.find((tag) => main(tag) === main(wanted));
}
