import { readyMadeFlows } from '@gatherline/conversations/files';
import { type Flow, parseFlow } from '@gatherline/flow';
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

describe('the ready-made shop in two languages', () => {
  const shop = readyMadeFlows().find(({ id }) => id === 'shop_two_languages');
  const spoken = Object.keys(shop?.flow.nodes ?? {}).flatMap((id) => placesOf(shop?.flow, id));

  it('speaks both everywhere', () => {
    expect(spoken.length).toBeGreaterThan(20);
    expect(lint(parsed(shop?.flow))).toEqual([]);
  });

  it.each(spoken)('can not do without the Spanish at $node, $path', ({ node, path }) => {
    const flow = parsed(shop?.flow);
    delete textAt(flow.nodes[node]?.params, path)['es-US'];
    expect(lint(flow)).toMatchObject([
      { rule: 'missing-language', severity: 'error', node, path: ['params', ...path, 'es-US'] },
    ]);
  });
});

type Path = readonly (string | number)[];

/** Where a step of the flow holds a text in Spanish. */
function placesOf(flow: Flow | undefined, node: string): readonly { node: string; path: Path }[] {
  return spanishIn(flow?.nodes[node]?.params, []).map((path) => ({ node, path }));
}

function spanishIn(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('es-US' in value) return [path];
  const rows = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return rows.flatMap(([key, inner]) => spanishIn(inner, [...path, key]));
}

function textAt(params: unknown, path: Path): { [language: string]: unknown } {
  const text = path.reduce<unknown>((value, key) => (isRecord(value) ? value[key] : undefined), params);
  if (!isRecord(text)) throw new Error(`There is no text at ${path.join('.')}.`);
  return text;
}

function isRecord(value: unknown): value is { [key: string]: unknown } {
  return typeof value === 'object' && value !== null;
}

/** A flow of one's own, to be changed. */
function parsed(flow: Flow | undefined): Flow {
  const reading = parseFlow(structuredClone(flow));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.flow;
}
