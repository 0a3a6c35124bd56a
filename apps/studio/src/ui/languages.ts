const names = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'standard' });

/** A language tag in words: `es-MX` is "Spanish (Mexico)". A tag that nobody knows stays as it is. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Languages offered where any may be named. */
export const commonLanguages: readonly string[] = [
  'en-US',
  'en-GB',
  'en-AU',
  'es-US',
  'es-MX',
  'es-ES',
  'fr-FR',
  'fr-CA',
  'de-DE',
  'it-IT',
  'pt-BR',
  'pt-PT',
  'nl-NL',
  'pl-PL',
  'sv-SE',
  'da-DK',
  'nb-NO',
  'ro-RO',
  'tr-TR',
  'ru-RU',
  'ja-JP',
  'ko-KR',
  'cmn-CN',
  'hi-IN',
  'arb',
];
