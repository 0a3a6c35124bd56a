import { parseFlow } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { lint } from '../lint.ts';

/** What is said about one text in a flow of these languages. */
function complaints(payload: unknown, languages?: readonly string[]) {
  const reading = parseFlow({
    format: 'gatherline/flow@1',
    id: 'example',
    name: 'Example',
    ...(languages === undefined ? {} : { settings: { languages } }),
    nodes: { welcome: { type: 'speak', label: 'Welcome', params: { payload } } },
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return lint(reading.flow).filter(({ rule }) => rule === 'missing-language');
}

const both = ['en-US', 'es-US'];

describe('a text by language', () => {
  it('is complained of at the first language that is missing, and names them all', () => {
    expect(complaints({ 'en-US': 'Hello.' }, ['en-US', 'es-US', 'fr-CA'])).toEqual([
      {
        rule: 'missing-language',
        severity: 'error',
        node: 'welcome',
        path: ['params', 'payload', 'es-US'],
        message:
          '“What to say” of “Welcome” is missing in Spanish (United States) and French (Canada): these callers would hear another language.',
        cure: 'Write it in Spanish (United States) and French (Canada) too.',
      },
    ]);
  });

  it('serves other regions of its languages', () => {
    expect(complaints({ en: 'Hello.', 'es-MX': 'Hola.' }, both)).toEqual([]);
  });

  it('is missing while nothing is written', () => {
    expect(complaints({ 'en-US': 'Hello.', 'es-US': ' ' }, both)).toHaveLength(1);
  });

  it('may speak more languages than the flow', () => {
    expect(complaints({ 'en-US': 'Hello.', 'fr-FR': 'Bonjour.' }, ['en-US'])).toEqual([]);
    expect(complaints({ 'fr-FR': 'Bonjour.' })).toEqual([]);
  });
});

describe('a plain text', () => {
  it('is warned of when the flow speaks several languages', () => {
    expect(complaints('Hello.', both)).toMatchObject([{ severity: 'warning', path: ['params', 'payload'] }]);
  });

  it('is fine in a flow of one language, and where it only reads out a value', () => {
    expect(complaints('Hello.', ['en-US'])).toEqual([]);
    expect(complaints('{{ vars.greeting }}!', both)).toEqual([]);
  });
});
