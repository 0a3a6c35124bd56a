/** One text, or one for each language tag. */
export type LocalizedText = string | { readonly [language: string]: string };

/** One text becomes the text of `base`, and `added` begins empty. */
export function withLanguage(text: LocalizedText | undefined, base: string, added: string): LocalizedText {
  const texts = typeof text === 'object' ? text : { [base]: text ?? '' };
  return added in texts ? texts : { ...texts, [added]: '' };
}

/** Takes a language away; the last one left becomes one text for all. */
export function withoutLanguage(text: LocalizedText, removed: string): LocalizedText | undefined {
  if (typeof text === 'string') return text;
  const left = Object.entries(text).filter(([language]) => language !== removed);
  if (left.length === 0) return undefined;
  const [only] = left;
  return left.length === 1 && only !== undefined ? only[1] : Object.fromEntries(left);
}
