import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { flowJsonSchema } from './json-schema.ts';

const validate = new Ajv2020({ strict: false, validateFormats: false, allErrors: true }).compile(
  flowJsonSchema(),
);

function complaints(node: object): readonly string[] {
  validate({ format: 'gatherline/flow@1', id: 'line', name: 'Line', nodes: { a: node } });
  return (validate.errors ?? []).map(({ instancePath }) => instancePath);
}

describe('the JSON Schema', () => {
  test('accepts a flow, unknown fields and all', () => {
    expect(
      complaints({
        type: 'speak',
        params: { payload: { 'en-US': 'Hello' } },
        exits: { done: 'a' },
        later: 1,
      }),
    ).toEqual([]);
    expect(complaints({ type: 'from_the_future', params: { anything: [1] } })).toEqual([]);
  });

  test.each([
    ['a missing text', { type: 'speak', params: {} }, '/nodes/a/params'],
    [
      'a number out of range',
      { type: 'gather', params: { maximum_digits: 129 } },
      '/nodes/a/params/maximum_digits',
    ],
    [
      'a word that is no choice',
      { type: 'speak', params: { payload: 'x', payload_type: 'html' } },
      '/nodes/a/params/payload_type',
    ],
    [
      'a target that is no id',
      { type: 'speak', params: { payload: 'x' }, exits: { done: 'No Id' } },
      '/nodes/a/exits/done',
    ],
  ])('refuses %s at its place', (_what, node, path) => {
    expect(complaints(node)).toContain(path);
  });
});
