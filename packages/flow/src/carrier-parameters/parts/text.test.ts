import { describe, expect, test } from 'vitest';
import { refusal } from './refusal.ts';
import { callerText, templated } from './text.ts';

describe('templated', () => {
  const colour = templated({ cure: 'Write red or blue.', max: 5, format: /^(red|blue)$/ });

  test('accepts a text of the right form', () => {
    expect(refusal(colour, 'blue')).toBeUndefined();
  });

  test.each([undefined, 7, null, '', '  ', 'green'])('answers %j with the cure', (value) => {
    expect(refusal(colour, value)).toBe('Write red or blue.');
  });

  test('says how long a text is that is too long', () => {
    expect(refusal(colour, 'purple')).toBe('Shorten the text to 5 characters; it has 6.');
  });

  test.each(['{{ vars.colour }}', '{% if vars.night %}dark{% endif %}', 'a very dark {{ vars.colour }}'])(
    'checks neither form nor length of %j, which is known only when it is sent',
    (value) => {
      expect(refusal(colour, value)).toBeUndefined();
    },
  );

  test('lets an empty text pass only where it means something', () => {
    const key = templated({ cure: 'Choose a key.', format: /^\d$/, mayBeEmpty: true });
    expect(refusal(key, '')).toBeUndefined();
    expect(refusal(key, ' ')).toBe('Choose a key.');
  });

  test('tells a form how long the text may be', () => {
    expect(colour.meta()?.maxCharacters).toBe(5);
    expect(templated({ cure: 'Write a text.' }).meta()).toBeUndefined();
  });
});

describe('callerText', () => {
  const words = callerText(10);

  test.each(['Hello', { 'en-US': 'Hello', es: 'Hola' }, { arb: '{{ vars.greeting }} and more than ten' }])(
    'accepts %j',
    (value) => {
      expect(refusal(words, value)).toBeUndefined();
    },
  );

  test('accepts a text of exactly the limit, in each language', () => {
    expect(refusal(words, '1234567890')).toBeUndefined();
    expect(refusal(words, { es: '1234567890' })).toBeUndefined();
  });

  test('refuses a longer one, in any language', () => {
    expect(refusal(words, '12345678901')).toBe('Shorten the text to 10 characters; it has 11.');
    expect(refusal(words, { 'en-US': 'Hello', es: '12345678901' })).toBe(
      'Shorten the text to 10 characters; it has 11.',
    );
  });

  test('names the language of the text that is refused', () => {
    expect(words.safeParse({ es: '' }).error?.issues[0]?.path).toEqual(['es']);
  });

  test('refuses silence and says what to write', () => {
    expect(refusal(words, '')).toBe('Write what the caller hears.');
    expect(refusal(words, {})).toBe('Write the text in at least one language.');
    expect(refusal(words, undefined)).toContain('Write what the caller hears');
  });

  test('refuses what is not the tag of a language', () => {
    expect(refusal(words, { 'in English': 'Hello' })).toContain('{ "en-US": "Hello" }');
  });

  test('has no limit where none is given', () => {
    expect(refusal(callerText(), 'x'.repeat(100_000))).toBeUndefined();
  });
});
