import { expect, test } from 'vitest';
import { conditionComplaint, holds } from './conditions.ts';
import { TemplateError } from './templates.ts';

const said = (text: string) => ({ vars: { said: text } });

test.each([
  ['.*s(i|í).*', 'Sí, gracias', true],
  ['^(yes|yeah|yep)\\b', 'Yeah, sure', true],
  ['^\\d{5}$', '12345', true],
  ['^\\d{5}$', '123456', false],
])('the pattern %s is looked for in %j: %s', (pattern, text, isFound) => {
  const condition = `vars.said matches ${JSON.stringify(pattern)}`;
  expect(conditionComplaint(condition)).toBeNull();
  expect(holds(condition, said(text))).toBe(isFound);
});

test('a pattern that would keep a backtracking matcher for years is through at once', () => {
  const before = performance.now();
  expect(holds('vars.said matches "^(a+)+$"', said(`${'a'.repeat(5_000)}b`))).toBe(false);
  expect(performance.now() - before).toBeLessThan(2_000);
});

test('a pattern too large for a long text fails the template, not the service', () => {
  const condition = `vars.said matches "${'(x{1,100})'.repeat(4)}y"`;
  expect(() => holds(condition, said('x'.repeat(190_000)))).toThrow(TemplateError);
});

test('a pattern that comes from a value and can not be read fails the template', () => {
  expect(() => holds('"x" matches vars.said', said('('))).toThrow(/can't be read/);
});

test.each([
  ['(', "can't be read"],
  ['x'.repeat(501), 'longer than 500'],
])('the pattern %s is complained about', (pattern, words) => {
  expect(conditionComplaint(`vars.said matches "${pattern}"`)).toContain(words);
});
