import type { Json } from '@gatherline/flow';
import { describe, expect, it } from 'vitest';
import { type AiFieldsForm, aiFieldNameProblem, isPlain, readAiFields, writeAiFields } from './ai-fields.ts';

const booking = {
  type: 'object',
  properties: {
    name: { type: 'string', description: 'Full name', maxLength: 80 },
    age: { type: 'integer', minimum: 0 },
    weight: { type: 'number', description: 'In kilograms' },
    urgent: { type: 'boolean', description: '' },
    slot: { type: 'string', enum: ['morning', 'afternoon'], 'x-order': 3 },
    colour: { enum: ['red', 'blue'] },
  },
  required: ['slot', 'name', 'signature'],
  additionalProperties: false,
  title: 'Booking',
};

function formOf(schema: Json | undefined): AiFieldsForm {
  const reading = readAiFields(schema);
  if (!reading.ok) throw new Error(reading.why);
  return reading.form;
}

const untouched: readonly (readonly [string, Json])[] = [
  ['a whole booking', booking],
  ['nothing asked for yet', { type: 'object', properties: {}, required: [] }],
  ['no list of required fields', { type: 'object', properties: { a: { type: 'string' } } }],
  ['no type', { properties: { a: { type: 'string' } } }],
  ['no properties', { type: 'object' }],
  ['keywords nobody knows', { type: 'object', properties: {}, 'x-made-by': { tool: 'other' } }],
];

describe('what an assistant finds out, as a list', () => {
  it.each(untouched)('writes back what it read: %s', (_name, schema) => {
    expect(writeAiFields(formOf(schema))).toEqual(schema);
  });

  it('reads name, kind, question, answers and whether a field is needed', () => {
    expect(formOf(booking).fields.map(({ written: _written, ...field }) => field)).toEqual([
      { name: 'name', kind: 'text', isRequired: true, question: 'Full name', options: [] },
      { name: 'age', kind: 'whole_number', isRequired: false, question: '', options: [] },
      { name: 'weight', kind: 'number', isRequired: false, question: 'In kilograms', options: [] },
      { name: 'urgent', kind: 'yes_no', isRequired: false, question: '', options: [] },
      { name: 'slot', kind: 'one_of', isRequired: true, question: '', options: ['morning', 'afternoon'] },
      { name: 'colour', kind: 'one_of', isRequired: false, question: '', options: ['red', 'blue'] },
    ]);
  });

  it('begins an object schema where there was none', () => {
    expect(writeAiFields(formOf(undefined))).toEqual({ type: 'object', properties: {} });
  });

  it('keeps unknown keywords of a field whose question changes', () => {
    const form = formOf(booking);
    const fields = form.fields.map((field) =>
      field.name === 'slot' ? { ...field, question: 'When?' } : field,
    );
    expect(writeAiFields({ ...form, fields })).toMatchObject({
      properties: {
        slot: { type: 'string', enum: ['morning', 'afternoon'], 'x-order': 3, description: 'When?' },
      },
      required: ['slot', 'name', 'signature'],
      title: 'Booking',
    });
  });

  it('drops limits of the old kind when the kind changes', () => {
    const form = formOf(booking);
    const fields = form.fields.map((field) =>
      field.name === 'age' ? { ...field, kind: 'text' as const } : field,
    );
    expect(writeAiFields({ ...form, fields }).properties).toMatchObject({ age: { type: 'string' } });
    expect(writeAiFields({ ...form, fields }).properties).not.toMatchObject({ age: { minimum: 0 } });
  });

  it('drops a removed field from what is needed, and adds a needed one at the end', () => {
    const form = formOf(booking);
    const fields = form.fields
      .filter((field) => field.name !== 'slot')
      .map((field) => (field.name === 'age' ? { ...field, isRequired: true } : field));
    expect(writeAiFields({ ...form, fields }).required).toEqual(['name', 'signature', 'age']);
  });

  it('takes an emptied question away', () => {
    const form = formOf(booking);
    const fields = form.fields.map((field) => ({ ...field, question: '' }));
    expect(writeAiFields({ ...form, fields }).properties).toMatchObject({
      name: { type: 'string', maxLength: 80 },
    });
    expect(writeAiFields({ ...form, fields }).properties).not.toHaveProperty('name.description');
  });

  it.each<readonly [string, Json]>([
    ['a list', []],
    ['another type', { type: 'array' }],
    ['a list inside', { type: 'object', properties: { tags: { type: 'array', items: { type: 'string' } } } }],
    ['a group inside', { type: 'object', properties: { place: { type: 'object', properties: {} } } }],
    ['several types', { type: 'object', properties: { a: { type: ['string', 'null'] } } }],
    ['numbers to choose from', { type: 'object', properties: { a: { type: 'integer', enum: [1, 2] } } }],
    ['alternatives', { anyOf: [{ type: 'object' }] }],
    ['alternatives inside', { properties: { a: { oneOf: [] } } }],
    ['a broken list of required fields', { type: 'object', required: 'name' }],
    ['a field without a description of its kind', { type: 'object', properties: { a: true } }],
  ])('refuses to show as a list, with a reason: %s', (_name, schema) => {
    expect(readAiFields(schema)).toEqual({ ok: false, why: expect.stringMatching(/^\p{Lu}.*\.$/u) });
  });
});

describe('a schema that is only its list', () => {
  it('is told from one that says more', () => {
    expect(isPlain(formOf({ type: 'object', properties: {}, required: [] }))).toBe(true);
    expect(isPlain(formOf(booking))).toBe(false);
  });
});

describe('names of fields', () => {
  it('are refused when empty, malformed or taken', () => {
    expect(aiFieldNameProblem('first_name', ['age'])).toBeUndefined();
    expect(aiFieldNameProblem('', [])).toMatch(/name/);
    expect(aiFieldNameProblem('first name', [])).toMatch(/letters/);
    expect(aiFieldNameProblem('age', ['age'])).toMatch(/already/);
  });
});
