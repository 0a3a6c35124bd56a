import type { Json, ValueType } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { inputComplaint, inputText, inputValue } from './input-values.ts';

describe('a value that another flow begins with', () => {
  it.each<[ValueType, string, Json]>([
    ['number', '12.5', 12.5],
    ['number', '-3', -3],
    ['number', '12.', '12.'],
    ['number', '{{ vars.count }}', '{{ vars.count }}'],
    ['boolean', 'Yes', true],
    ['boolean', 'false', false],
    ['text', '12', '12'],
    ['list', '["a"]', ['a']],
    ['list', '{ "a": 1 }', '{ "a": 1 }'],
    ['object', '{ "a": 1 }', { a: 1 }],
    ['object', '{ "a', '{ "a'],
  ])('of type %s, written %s, is %j', (type, text, value) => {
    expect(inputValue(type, text)).toEqual(value);
  });

  it.each<[ValueType, Json]>([
    ['number', 12],
    ['boolean', true],
    ['boolean', false],
    ['text', 'twelve'],
    ['list', ['a', 1]],
    ['object', { a: null }],
  ])('of type %s is written as it was read: %j', (type, value) => {
    expect(inputValue(type, inputText(value) ?? '')).toEqual(value);
    expect(inputComplaint(type, value)).toBeUndefined();
  });

  it('is complained of when it is of another type, but not when it is a template', () => {
    expect(inputComplaint('number', 'twelve')).toMatch(/Write a number/);
    expect(inputComplaint('list', '["a"')).toMatch(/Write a list/);
    expect(inputComplaint('boolean', '{{ vars.urgent }}')).toBeUndefined();
    expect(inputComplaint('number', undefined)).toBeUndefined();
  });
});
