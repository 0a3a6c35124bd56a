/** The tag by which Intl speaks a language; one it does not know is taken for English, never for the machine's own. */
export function localeOf(language: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? 'en-US';
  } catch {
    return 'en-US';
  }
}

/** Intl puts narrow and unbreakable spaces between words, differently from one version to the next. */
export function plainSpaces(text: string): string {
  return text.replaceAll(/\s/g, ' ');
}
