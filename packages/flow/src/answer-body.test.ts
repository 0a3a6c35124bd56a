import { expect, test } from 'vitest';
import { readAnswerBody } from './answer-body.ts';

const json = 'application/json; charset=utf-8';

test.each([
  ['JSON under its own type', '{"a":[1,null]}', 'application/problem+json', { a: [1, null] }],
  ['JSON under the type of text', '{"name":"Ana"}', 'text/plain', { name: 'Ana' }],
  ['JSON under the type of a page', ' \n[{"id":1}]', 'text/html', [{ id: 1 }]],
  ['JSON under no type', '{"a":1}', '', { a: 1 }],
  ['a single value under the type of JSON', '42', 'text/json', 42],
  ['a null under the type of JSON', 'null', json, null],
  ['what only looks like a value', '0042', 'text/plain', '0042'],
  ['a page', '<html>Sign in</html>', 'text/html', '<html>Sign in</html>'],
  ['text in brackets', '[Closed today]', 'text/plain', '[Closed today]'],
  ['what only says it is JSON', '{"a":', json, '{"a":'],
  ['nothing', '', json, ''],
  ['a prototype', '{"__proto__":{"x":1},"a":{"\\u005f_proto__":2}}', json, { a: {} }],
])('the body of an answer is read as %s', (_what, text, contentType, value) => {
  expect(readAnswerBody(text, contentType)).toEqual(value);
});

test('an answer that nests deeper than anybody means stays text', () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  expect(readAnswerBody(deep, json)).toBe(deep);
});

test.each([
  ['9007199254740993', '9007199254740993'],
  ['-9007199254740993', '-9007199254740993'],
  ['18446744073709551615', '18446744073709551615'],
  ['9007199254740991', 9007199254740991],
  ['1234567890123456', 1234567890123456],
  ['1e400', '1e400'],
  ['0.1234567890123456789', 0.12345678901234568],
  ['1.5e3', 1500],
  ['"9007199254740993"', '9007199254740993'],
  ['"\\"9007199254740993"', '"9007199254740993'],
])('a number %s of an answer keeps every digit', (written, value) => {
  const text = `{"id":${written},"list":[ ${written} ]}`;
  expect(readAnswerBody(text, json)).toEqual({ id: value, list: [value] });
});
