/** Text a caller hears or reads: one text, or one by language tag (`{ "en-US": "Hello", "es-US": "Hola" }`). */
export type CallerText = string | { readonly [language: string]: string };

/** The text in `language`; failing that in the same language of another region, in `fallback`, or the first one given. */
export function localize(text: CallerText, language: string, fallback: string = language): string {
  if (typeof text === 'string') return text;
  const tags = Object.keys(text);
  const related = (wanted: string) => tags.find((tag) => tag.split('-')[0] === wanted.split('-')[0]);
  const tag = [language, related(language), fallback, related(fallback), tags[0]].find(
    (candidate) => candidate !== undefined && text[candidate] !== undefined,
  );
  return tag === undefined ? '' : (text[tag] ?? '');
}

/**
 * How callers of a language are served: by words of their own, by those of another region, by a value that needs no
 * translation, by the words of the flow's usual language, or not at all.
 */
export type Served = 'own' | 'region' | 'shared' | 'usual' | 'missing';

/** How `text` serves callers of `language` in a flow whose usual language is `usual`. */
export function servedIn(text: CallerText | undefined, language: string, usual: string): Served {
  if (text === undefined) return 'missing';
  if (typeof text === 'string') {
    if (!isSaid(text)) return 'missing';
    if (language === usual) return 'own';
    return hasWords(text) ? 'usual' : 'shared';
  }
  if (isSaid(text[language])) return 'own';
  const main = language.split('-')[0];
  const isRelated = Object.entries(text).some(([tag, words]) => tag.split('-')[0] === main && isSaid(words));
  return isRelated ? 'region' : 'missing';
}

/** Whether there is anything to translate: a text that only reads a value out has no language of its own. */
export function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll(/\{\{.*?\}\}|\{%.*?%\}/gs, ''));
}

function isSaid(words: string | undefined): boolean {
  return words !== undefined && words.trim() !== '';
}

/**
 * The text with other words in one language; `undefined` takes them away, and the text with its last words.
 * `languages` are those of the flow, its default first: words in the default alone are one text for all.
 */
export function withWords(
  text: CallerText | undefined,
  {
    language,
    words,
    languages,
  }: { language: string; words: string | undefined; languages: readonly string[] },
): CallerText | undefined {
  const usual = languages[0] ?? language;
  const before: { readonly [language: string]: string } =
    typeof text === 'object' ? text : text === undefined ? {} : { [usual]: text };
  const kept = Object.entries(before).filter(([tag]) => tag !== language);
  const all = new Map(words === undefined ? kept : [...kept, [language, words]]);
  const tags = [
    ...languages.filter((tag) => all.has(tag)),
    ...[...all.keys()].filter((tag) => !languages.includes(tag)),
  ];
  if (tags.length === 0) return undefined;
  if (tags.length === 1 && tags[0] === usual) return all.get(usual);
  return Object.fromEntries(tags.map((tag) => [tag, all.get(tag) ?? '']));
}
