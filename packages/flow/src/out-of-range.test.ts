import { describe, expect, it } from 'vitest';
import { fieldsOf } from './form/fields-of.ts';
import type { Control, Field } from './form/field.ts';
import type { Json, JsonObject } from './json.ts';
import { definitions } from './nodes/index.ts';
import { nodeProblems } from './parameters.ts';
import { nodeSchema } from './schema.ts';

/** Values that a field's own description rules out. */
function wrongValues(control: Control): readonly Json[] {
  switch (control.kind) {
    case 'number':
      return [
        ...(control.min === undefined ? [] : [control.min - 1]),
        ...(control.max === undefined ? [] : [control.max + 1]),
        ...(control.integer ? [(control.min ?? 0) + 0.5] : []),
        'many',
      ];
    case 'choice':
      return ['none of these'];
    case 'switch':
      return ['perhaps'];
    case 'text':
      return control.maxCharacters === undefined ? [7] : ['x'.repeat(control.maxCharacters + 1), 7];
    case 'list':
      return [
        'no list',
        ...(control.max === undefined ? [] : [Array.from({ length: control.max + 1 }, () => '1')]),
      ];
    case 'object':
    case 'variant':
    case 'record':
      return ['no object'];
    case 'flow':
    case 'flow_version':
    case 'flow_inputs':
    case 'hours':
    case 'json':
    case 'union':
      return [];
  }
}

/** The same one step down, for what stands inside an object. */
function wrongInside(field: Field): readonly { readonly path: readonly string[]; readonly value: Json }[] {
  const own = wrongValues(field.control).map((value) => ({ path: [field.name], value }));
  if (field.control.kind !== 'object') return own;
  const inner = field.control.fields.flatMap(wrongInside);
  return [...own, ...inner.map(({ path, value }) => ({ path: [field.name, ...path], value }))];
}

function withValue(params: JsonObject, [first = '', ...rest]: readonly string[], value: Json): JsonObject {
  if (rest.length === 0) return { ...params, [first]: value };
  return { ...params, [first]: withValue({}, rest, value) };
}

describe.each(definitions)('$type', ({ type, params, defaults }) => {
  const cases = fieldsOf(params).flatMap(wrongInside);

  it('names the field and the cure for each value that is out of range', () => {
    const silent = cases.filter(({ path, value }) => {
      const node = nodeSchema.parse({ type, params: withValue(defaults, path, value) });
      const problems = nodeProblems('step', node).filter(({ severity }) => severity === 'error');
      const named = problems.filter((problem) => problem.path?.[1] === path[0]);
      return !named.some(({ message, cure }) => `${message} ${cure}`.trim().length > 10);
    });
    expect(silent).toEqual([]);
  });
});
