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
