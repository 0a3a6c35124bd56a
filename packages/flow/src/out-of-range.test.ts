import { describe, expect, it } from 'vitest';
import { fieldsOf } from './form/fields-of.ts';
import type { Control, Field } from './form/field.ts';
import type { Json, JsonObject } from './json.ts';
import { definitions } from './nodes/index.ts';
import { nodeProblems } from './parameters.ts';
import { nodeSchema } from './schema.ts';

/** Values that a field's own description rules out; none for kinds whose content is free or checked elsewhere. */
function wrongValues(control: Control): readonly Json[] {
  if (control.kind === 'choice') return ['none of these'];
  if (control.kind === 'switch') return ['perhaps'];
  if (['object', 'variant', 'record'].includes(control.kind)) return ['no object'];
  if (control.kind === 'text') {
    return control.maxCharacters === undefined ? [7] : ['x'.repeat(control.maxCharacters + 1), 7];
  }
  if (control.kind === 'list') {
    const tooMany = control.max === undefined ? [] : [Array.from({ length: control.max + 1 }, () => '1')];
    return ['no list', ...tooMany];
  }
  if (control.kind !== 'number') return [];
  const { min, max, integer } = control;
  return [
    ...(min === undefined ? [] : [min - 1]),
    ...(max === undefined ? [] : [max + 1]),
    ...(integer ? [(min ?? 0) + 0.5] : []),
    'many',
  ];
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
