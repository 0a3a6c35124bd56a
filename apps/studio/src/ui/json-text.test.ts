import { describe, expect, it } from 'vitest';
import { placeInJson, readJsonText } from './json-text.ts';

describe('reading JSON that a person typed', () => {
  it.each([
    ['{ "a": 1 }', { a: 1 }],
    ['  ', undefined],
    ['{ "a": [true, null, "x"] }', { a: [true, null, 'x'] }],
  ])('takes %s', (text, value) => {
    expect(readJsonText(text, 'any')).toEqual({ ok: true, value });
  });

  it.each([
    ['{\n  "a": 1,\n}', 3, 1, 'A name in double quotes'],
    ['{\n  "a" 1\n}', 2, 7, 'colon'],
    ['{\n  "a": 1\n  "b": 2\n}', 3, 3, 'comma is missing'],
    ['{\n  a: 1\n}', 2, 3, 'a is not JSON'],
    ['{\n  "a": yes\n}', 2, 8, 'yes is not JSON'],
    ['{\n  "a": "x\n}', 2, 8, 'double quote is missing'],
    ['{ "a": [1, 2 }', 1, 14, 'comma is missing'],
    ['{ "a": 1', 1, 9, 'closing }'],
    ['[1, 2', 1, 6, 'closing ]'],
    ['{ "a": }', 1, 8, 'value is missing'],
    ['{}\n// done', 2, 1, 'comments'],
    ['{ "a": "\\q" }', 1, 8, 'backslash'],
    ['{} {}', 1, 4, 'should end'],
    ['{ "a": 1,\n  "b": { "a": 2, "a": 3 } }', 2, 18, 'a second time'],
  ])('refuses %j at its line and column', (text, line, column, words) => {
    expect(readJsonText(text, 'any')).toMatchObject({
      ok: false,
      complaint: expect.stringContaining(words),
      place: { line, column },
    });
  });

  it('asks for the shape that is needed', () => {
    expect(readJsonText('[1]', 'object')).toMatchObject({
      ok: false,
      complaint: expect.stringContaining('{'),
    });
    expect(readJsonText('{}', 'list')).toMatchObject({ ok: false, complaint: expect.stringContaining('[') });
  });
});

describe('finding a field in a JSON text', () => {
  const text = '{\n  "payload": "Hi",\n  "choices": [\n    { "digits": "1" }\n  ]\n}';
  const lineOf = (...path: (string | number)[]) => placeInJson(text, path).line;

  it('names the line of the value, or of what is around one that is missing', () => {
    expect(lineOf('payload')).toBe(2);
    expect(lineOf('choices', 0, 'digits')).toBe(4);
    expect(lineOf('choices', 0, 'label')).toBe(4);
    expect(lineOf('voice')).toBe(1);
  });

  it('marks a field with its name', () => {
    const { from, to } = placeInJson(text, ['payload']);
    expect(text.slice(from, to)).toBe('"payload": "Hi"');
  });

  it('reads a text that has errors elsewhere', () => {
    expect(placeInJson('{\n "a": 1,\n "b": tru', ['a']).line).toBe(2);
  });
});
