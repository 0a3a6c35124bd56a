import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import '../carrier-parameters/parts/meta.ts';
import { audioUrl, loop } from '../carrier-parameters/sound/sound.ts';
import { callerText } from '../carrier-parameters/parts/text.ts';
import {
  choice,
  jsonObject,
  list,
  settings,
  wholeNumber,
  yesNo,
} from '../carrier-parameters/parts/values.ts';
import { hoursSchema } from '../hours/index.ts';
import { blankOf, fieldsOf, groupFields } from './index.ts';

const only = (schema: z.ZodType) => fieldsOf(z.object({ field: schema }))[0];

describe('what a field says', () => {
  it('takes title, help, example, group and the carrier default from the metadata', () => {
    const [field] = fieldsOf(
      z.object({
        timeout_millis: wholeNumber({ min: 1, of: 'milliseconds' }).optional().meta({
          title: 'Wait for a key',
          help: 'How long to wait.',
          example: 6000,
          unit: 'ms',
          carrierDefault: 60000,
          group: 'listening',
        }),
      }),
    );
    expect(field).toEqual({
      name: 'timeout_millis',
      title: 'Wait for a key',
      help: 'How long to wait.',
      example: 6000,
      required: false,
      group: 'listening',
      carrierDefault: 60000,
      control: { kind: 'number', integer: true, min: 1, unit: 'ms' },
    });
  });

  it('takes a control made by hand from the metadata, and never from the names of its parts', () => {
    const keys = list(z.object({ digits: z.string(), label: z.string() }));
    expect(only(keys)?.handMade).toBeUndefined();
    expect(only(keys.optional().meta({ control: 'choices' }))).toMatchObject({
      handMade: 'choices',
      control: { kind: 'list', item: { kind: 'object' } },
    });
  });

  it('names a field after its key where there is no title', () => {
    expect(fieldsOf(z.object({ retry_policy: z.string() }))[0]?.title).toBe('Retry policy');
  });

  it('is required when the schema refuses its absence', () => {
    expect(only(z.string())?.required).toBe(true);
    expect(only(z.string().default('x'))?.required).toBe(false);
    expect(only(z.string().nullable().optional())?.required).toBe(false);
  });

  it('shows a default of our own through optional and nullable', () => {
    expect(only(yesNo().default(true).optional())?.default).toBe(true);
  });

  it('reads metadata through every wrapper, the outermost first', () => {
    const inner = z.string().meta({ title: 'Inner', help: 'Kept.' });
    expect(only(inner.nullable().default('a').optional().meta({ title: 'Outer' }))).toMatchObject({
      title: 'Outer',
      help: 'Kept.',
    });
  });
});

describe('the control of a field', () => {
  it('is a text that may hold a template, with its limit and by language', () => {
    expect(only(callerText(3000).meta({ control: 'multiline' }))?.control).toEqual({
      kind: 'text',
      as: 'multiline',
      maxCharacters: 3000,
      template: true,
      byLanguage: true,
      mayBeEmpty: false,
    });
  });

  it('is a text without templates where the schema refuses them', () => {
    expect(only(z.string().regex(/^[a-z]+$/))?.control).toMatchObject({ kind: 'text', template: false });
  });

  it('is an address field for a sound file', () => {
    expect(only(audioUrl)?.control).toMatchObject({ kind: 'text', as: 'url', template: true });
  });

  it('is a switch for yes and no', () => {
    expect(only(yesNo().optional())?.control).toEqual({ kind: 'switch' });
  });

  it('is a choice with plain words for an enum, for literals and for a union of them', () => {
    const options = [
      { value: 'self', label: 'The caller' },
      { value: 'trim-silence', label: 'Trim silence' },
      { value: 'en-US', label: 'en-US' },
    ];
    const labels = { self: 'The caller' };
    expect(only(choice(['self', 'trim-silence', 'en-US']).meta({ labels }))?.control).toEqual({
      kind: 'choice',
      options,
    });
    expect(only(z.literal([8000, 16000]))?.control).toMatchObject({
      options: [
        { value: 8000, label: '8000' },
        { value: 16000, label: '16000' },
      ],
    });
    expect(only(z.union([z.literal('a'), z.enum(['b', 'c'])]))?.control).toMatchObject({
      kind: 'choice',
      options: [{ value: 'a' }, { value: 'b' }, { value: 'c' }],
    });
  });

  it('is a number or a word for how often something plays', () => {
    expect(only(loop)?.control).toEqual({
      kind: 'union',
      options: [
        {
          label: 'Number',
          control: { kind: 'number', integer: true, min: 1, max: 100, unit: 'times' },
          blank: 1,
        },
        {
          label: 'Infinity',
          control: { kind: 'choice', options: [{ value: 'infinity', label: 'Infinity' }] },
          blank: 'infinity',
        },
      ],
    });
  });

  it('is a list of objects with their own fields and limits', () => {
    const headers = list(settings({ name: z.string(), value: z.string() }))
      .min(1)
      .max(5);
    expect(only(headers)?.control).toMatchObject({
      kind: 'list',
      min: 1,
      max: 5,
      item: { kind: 'object', fields: [{ name: 'name' }, { name: 'value' }] },
    });
  });

  it('is a variant for a discriminated union, without repeating the discriminator', () => {
    const voices = z
      .discriminatedUnion('type', [
        z.object({ type: z.literal('telnyx'), voice_speed: z.number().optional() }),
        z.object({ type: z.literal('aws') }).meta({ title: 'Amazon' }),
      ])
      .meta({ labels: { telnyx: 'Telnyx' } });
    expect(only(voices.optional())?.control).toMatchObject({
      kind: 'variant',
      key: 'type',
      variants: [
        { value: 'telnyx', label: 'Telnyx', fields: [{ name: 'voice_speed' }] },
        { value: 'aws', label: 'Amazon', fields: [] },
      ],
    });
  });

  it('asks for one key after the other where kinds have kinds of their own', () => {
    const engines = z.discriminatedUnion('engine', [
      z.object({ engine: z.literal('google'), speed: z.number() }),
      z.discriminatedUnion('model', [
        z.object({ engine: z.literal(['deep', 'deep/2']), model: z.literal('deep/2'), hints: z.string() }),
        z.object({ engine: z.literal(['deep', 'deep/3']), model: z.literal('deep/3'), terms: z.string() }),
      ]),
    ]);
    expect(only(engines)?.control).toMatchObject({
      kind: 'variant',
      key: 'engine',
      variants: [
        { value: 'google', fields: [{ name: 'speed' }] },
        {
          value: 'deep',
          fields: [],
          inner: {
            key: 'model',
            variants: [
              { value: 'deep/2', fields: [{ name: 'hints' }] },
              { value: 'deep/3', fields: [{ name: 'terms' }] },
            ],
          },
        },
        { value: 'deep/2', isAlias: true, fields: [{ name: 'model' }, { name: 'hints' }] },
        { value: 'deep/3', isAlias: true, fields: [{ name: 'model' }, { name: 'terms' }] },
      ],
    });
  });

  it('is names and values for a record', () => {
    expect(only(z.record(z.string(), z.string()))?.control).toMatchObject({
      kind: 'record',
      value: { kind: 'text' },
    });
  });

  it('is JSON only where the schema is free', () => {
    expect(only(jsonObject())?.control).toEqual({ kind: 'json', shape: 'object' });
    expect(only(list(jsonObject()))?.control).toEqual({
      kind: 'list',
      item: { kind: 'json', shape: 'object' },
    });
    expect(only(list(z.json()))?.control).toEqual({ kind: 'json', shape: 'list' });
    expect(only(z.unknown())?.control).toEqual({ kind: 'json', shape: 'any' });
    expect(only(settings({ a: z.string() }).meta({ control: 'json' }))?.control.kind).toBe('object');
  });

  it('is a week of opening hours where the schema says so, whatever it is made of', () => {
    expect(only(hoursSchema.optional())?.control).toEqual({ kind: 'hours' });
  });

  it('is another flow, its version, its inputs and its outputs where the schema says so', () => {
    const params = z.object({
      flow: z.string().meta({ control: 'flow' }),
      version: z.int().positive().optional().meta({ control: 'flow_version' }),
      inputs: z.array(z.object({ name: z.string() })).meta({ control: 'flow_inputs' }),
      outputs: z.array(z.string()).meta({ control: 'flow_outputs' }),
    });
    const kinds = fieldsOf(params).map(({ name, control }) => [name, control.kind]);
    expect(kinds).toEqual([
      ['flow', 'flow'],
      ['version', 'flow_version'],
      ['inputs', 'flow_inputs'],
      ['outputs', 'flow_outputs'],
    ]);
  });

  it('looks through transformations at what is written', () => {
    expect(only(z.string().transform((text) => text.length))?.control).toMatchObject({ kind: 'text' });
    expect(only(z.preprocess((value) => value, z.boolean()))?.control).toEqual({ kind: 'switch' });
  });
});

describe('groups', () => {
  it('puts the main fields first and keeps the order inside a group', () => {
    const fields = fieldsOf(
      z.object({
        a: z.string().meta({ group: 'advanced' }),
        b: z.string(),
        c: z.string().meta({ group: 'voice' }),
        d: z.string().meta({ group: 'advanced' }),
      }),
    );
    expect(
      groupFields(fields).map(({ title, fields: members }) => [title, members.map((f) => f.name)]),
    ).toEqual([
      ['Main', ['b']],
      ['Voice', ['c']],
      ['More', ['a', 'd']],
    ]);
  });
});

describe('the first value of a control', () => {
  it('is of the kind that the control edits', () => {
    const blank = (schema: z.ZodType) => {
      const field = only(schema);
      return field === undefined ? undefined : blankOf(field.control);
    };
    expect(blank(z.string())).toBe('');
    expect(blank(wholeNumber({ min: 1, of: 'tries' }))).toBe(1);
    expect(blank(yesNo())).toBe(false);
    expect(blank(choice(['a', 'b']))).toBe('a');
    expect(blank(list(z.string()))).toEqual([]);
    expect(blank(settings({ a: z.string() }))).toEqual({});
    expect(blank(z.record(z.string(), z.string()))).toEqual({});
    expect(blank(loop)).toBe(1);
    expect(blank(jsonObject())).toEqual({});
  });
});
