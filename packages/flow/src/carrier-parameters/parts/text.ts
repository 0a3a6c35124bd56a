import { z } from 'zod';
import { isTemplate } from '../../expressions/templates.ts';

export interface TextRules {
  /** The sentence shown for a missing, empty or badly written text: it says what to write instead. */
  cure: string;
  /** Longest accepted text, in characters. */
  max?: number | undefined;
  /** What the text must look like: a pattern, or anything that can tell. */
  format?: { test(written: string): boolean };
  /** True where an empty text means something to the carrier. */
  mayBeEmpty?: boolean;
}

/** A text field: length and format are checked unless the text holds a template. */
export function templated(rules: TextRules) {
  const text = z.string({ error: rules.cure }).superRefine((written, context) => {
    const message = textProblem(written, rules);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  });
  return rules.max === undefined ? text : text.meta({ maxCharacters: rules.max });
}

function textProblem(
  written: string,
  { cure, max, format, mayBeEmpty = false }: TextRules,
): string | undefined {
  if (isTemplate(written)) return undefined;
  if (written.trim() === '') return mayBeEmpty && written === '' ? undefined : cure;
  if (max !== undefined && written.length > max) {
    return `Shorten the text to ${max} characters; it has ${written.length}.`;
  }
  return format === undefined || format.test(written) ? undefined : cure;
}

/** A BCP 47 language tag, such as `en-US`. */
const languageTag = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'Name each language by its tag, like en-US or es-MX.');

/** A `CallerText` field: each text may be up to `max` characters and may hold templates; `cure` ends with a full stop. */
export function callerText(max?: number, cure = 'Write what the caller hears.') {
  const words = templated({ cure, max });
  const byLanguage = z
    .record(languageTag, words)
    .refine((texts) => Object.keys(texts).length > 0, 'Write the text in at least one language.');
  const text = z.union([words, byLanguage], {
    error: `${cure.slice(0, -1)}, or one text for each language, like { "en-US": "Hello" }.`,
  });
  return max === undefined ? text : text.meta({ maxCharacters: max });
}
