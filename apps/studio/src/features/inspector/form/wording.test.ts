import { type Field, fieldsOf } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { messagesAt } from './field-problems.ts';
import { optionFor } from './fits.ts';
import { entryName, placeholderOf, valueInWords } from './wording.ts';

const field = (schema: z.ZodType): Field => {
  const [only] = fieldsOf(z.object({ field: schema }));
  if (only === undefined) throw new Error('There is no field.');
  return only;
};

describe('words of a field', () => {
  it('shows the carrier default of a wait in seconds', () => {
    const wait = field(z.int().optional().meta({ unit: 'ms', carrierDefault: 5000 }));
    expect(placeholderOf(wait)).toBe("Telnyx's default: 5 s");
  });

  it('shows the carrier default of a choice in its own words', () => {
    const leg = field(
      z.enum(['self', 'both']).meta({ carrierDefault: 'self', labels: { self: 'The caller' } }),
    );
    expect(placeholderOf(leg)).toBe("Telnyx's default: The caller");
  });

  it('counts in the singular where there is one', () => {
    const tries = (carrierDefault: number) =>
      placeholderOf(field(z.int().meta({ unit: 'tries', carrierDefault })));
    expect([tries(1), tries(3)]).toEqual(["Telnyx's default: 1 try", "Telnyx's default: 3 tries"]);
  });

  it('shows our own default, and nothing where there is none', () => {
    expect(placeholderOf(field(z.boolean().default(true)))).toBe('Default: on');
    expect(placeholderOf(field(z.string()))).toBeUndefined();
  });

  it('shows a language in words, and other choices beside it as they are', () => {
    const language = field(z.enum(['en', 'es-MX', 'auto_detect']).meta({ control: 'language' }));
    expect(['en', 'es-MX', 'auto_detect'].map((tag) => valueInWords(language, tag))).toEqual([
      'English',
      'Spanish (Mexico)',
      'Auto detect',
    ]);
  });

  it('writes lists and objects as JSON', () => {
    expect(valueInWords(field(z.array(z.string())), ['a'])).toBe('["a"]');
  });

  it('names an entry of a list where the title is a plural, and else calls it an entry', () => {
    const titles = [
      'Headers',
      'Branches',
      'Needed fields',
      'To whom',
      'What was said before',
      'Its parameters',
    ];
    expect(titles.map(entryName)).toEqual([
      'header',
      'branch',
      'needed field',
      'entry',
      'entry',
      'parameter',
    ]);
  });
});

describe('the option a value belongs to', () => {
  const { control } = field(z.union([z.int(), z.literal('infinity'), z.string()]));
  const option = (value: string | number | boolean | undefined) =>
    control.kind === 'union' ? optionFor(control, value) : Number.NaN;

  it('is told by its kind, and a fixed word comes before free text', () => {
    expect([option(3), option('infinity'), option('x'), option(true), option(undefined)]).toEqual([
      0, 1, 2, -1, -1,
    ]);
  });
});

describe('messages at a field', () => {
  const problem = (path: (string | number)[], severity: 'error' | 'warning' = 'error') => ({
    rule: 'r',
    severity,
    message: `${path.join('.')}.`,
    cure: 'Mend it.',
    path,
  });

  it('are those that name the field, an error before a warning', () => {
    const problems = [
      problem(['params', 'a'], 'warning'),
      problem(['params', 'a']),
      problem(['params', 'ab']),
    ];
    expect(messagesAt(problems, ['params', 'a'], false)).toEqual({ error: 'params.a. Mend it.' });
  });

  it('include those that name a part of it only when asked', () => {
    const problems = [problem(['params', 'list', 0, 'name'], 'warning')];
    expect(messagesAt(problems, ['params', 'list'], false)).toEqual({});
    expect(messagesAt(problems, ['params', 'list'], true)).toEqual({
      warning: 'params.list.0.name. Mend it.',
    });
    expect(messagesAt(problems, ['params', 'list', '0', 'name'], false)).toEqual({
      warning: 'params.list.0.name. Mend it.',
    });
  });
});
