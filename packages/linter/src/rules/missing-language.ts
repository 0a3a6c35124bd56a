import { hasWords } from '@gatherline/flow';
import { nameOf } from '../node-facts.ts';
import type { Finding, Rule } from '../rule.ts';
import type { Spoken } from '../spoken.ts';

export const missingLanguage: Rule = {
  name: 'missing-language',
  title: 'A text that is not in every language',
  help: 'A text is missing in a language that the flow speaks. Callers of that language hear it in another one.',
  check: ({ flow, nodes }) => {
    const { languages = [], apology } = flow.settings;
    const own: Spoken[] =
      apology === undefined ? [] : [{ title: 'Apology', at: ['settings', 'apology'], text: apology }];
    return [
      ...nodes.flatMap((facts) =>
        facts.spoken.flatMap((spoken) =>
          complaintsAbout(spoken, languages, `“${spoken.title}” of ${nameOf(facts)}`).map((finding) => ({
            ...finding,
            node: facts.id,
          })),
        ),
      ),
      ...own.flatMap((spoken) => complaintsAbout(spoken, languages, 'The apology')),
    ];
  },
};

function complaintsAbout(
  { text, at }: Spoken,
  languages: readonly string[],
  what: string,
): readonly Finding[] {
  if (typeof text === 'string') {
    if (languages.length < 2 || !hasWords(text)) return [];
    return [
      {
        severity: 'warning',
        path: at,
        message: `${what} is the same in every language: ${namesOf(languages)}.`,
        cure: 'Write it in each language.',
      },
    ];
  }
  const missing = languages.filter((language) => !speaks(text, language));
  if (missing[0] === undefined) return [];
  return [
    {
      severity: 'error',
      path: [...at, missing[0]],
      message: `${what} is missing in ${namesOf(missing)}: these callers would hear another language.`,
      cure: `Write it in ${namesOf(missing)} too.`,
    },
  ];
}

/** A region's text serves the language's other regions: Mexican Spanish where Spanish of the United States is wanted. */
function speaks(text: { readonly [language: string]: string }, language: string): boolean {
  const main = (tag: string) => tag.split('-')[0];
  return Object.entries(text).some(([tag, words]) => main(tag) === main(language) && words.trim() !== '');
}

const english = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'standard' });

function namesOf(tags: readonly string[]): string {
  return new Intl.ListFormat('en').format(tags.map(nameOfLanguage));
}

function nameOfLanguage(tag: string): string {
  try {
    return english.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
