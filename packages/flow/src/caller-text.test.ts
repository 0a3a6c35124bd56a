import { describe, expect, it } from 'vitest';
import { servedIn, withWords } from './caller-text.ts';

const languages = ['en-US', 'es-US'];
const write = (text: Parameters<typeof withWords>[0], language: string, words: string | undefined) =>
  withWords(text, { language, words, languages });

describe('writing a text in one language', () => {
  it('keeps one text for all while only the default language has words', () => {
    expect(write(undefined, 'en-US', 'Hello')).toBe('Hello');
    expect(write('Hello', 'en-US', 'Hello!')).toBe('Hello!');
  });

  it('gives each language its own words from the second one on, in the order of the flow', () => {
    expect(write('Hello', 'es-US', 'Hola')).toEqual({ 'en-US': 'Hello', 'es-US': 'Hola' });
    expect(Object.keys(Object(write({ 'es-US': 'Hola' }, 'en-US', 'Hello')))).toEqual(languages);
  });

  it('goes back to one text for all when the other language is emptied', () => {
    expect(write({ 'en-US': 'Hello', 'es-US': 'Hola' }, 'es-US', undefined)).toBe('Hello');
  });

  it('never makes the words of another language those of everybody', () => {
    expect(write({ 'en-US': 'Hello', 'es-US': 'Hola' }, 'en-US', undefined)).toEqual({ 'es-US': 'Hola' });
  });

  it('goes with its last words', () => {
    expect(write({ 'es-US': 'Hola' }, 'es-US', undefined)).toBeUndefined();
    expect(write('Hello', 'en-US', undefined)).toBeUndefined();
  });

  it('keeps languages that the flow does not speak', () => {
    expect(write({ 'fr-FR': 'Bonjour' }, 'en-US', 'Hello')).toEqual({ 'en-US': 'Hello', 'fr-FR': 'Bonjour' });
  });
});

describe('whom a text serves', () => {
  it.each([
    ['Hello', 'en-US', 'own'],
    ['Hello', 'es-US', 'usual'],
    ['{{ vars.code }}', 'es-US', 'shared'],
    [' ', 'es-US', 'missing'],
    [undefined, 'es-US', 'missing'],
    [{ 'es-US': 'Hola' }, 'es-US', 'own'],
    [{ 'es-MX': 'Hola' }, 'es-US', 'region'],
    [{ 'es-US': '' }, 'es-US', 'missing'],
    [{ 'en-US': 'Hello' }, 'es-US', 'missing'],
  ])('%j in %s: %s', (text, language, served) => {
    expect(servedIn(text, language, 'en-US')).toBe(served);
  });
});
