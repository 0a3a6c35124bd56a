import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import * as ours from './index.ts';
import type { ProvenParameters } from './telnyx-types.check.ts';

interface Field {
  path: string;
  schema: z.ZodType;
  meta: z.GlobalMeta;
}

const shapes = Object.entries(ours).flatMap(([name, value]) =>
  value instanceof z.ZodObject ? [{ name, shape: value }] : [],
);

function fieldsOf(schema: unknown, path: string): Field[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return fieldsOf(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return fieldsOf(schema.element, `${path}[]`);
  if (schema instanceof z.ZodRecord) return fieldsOf(schema.valueType, `${path}{}`);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => fieldsOf(option, path));
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([key, field]) =>
      field instanceof z.ZodType
        ? [
            { path: `${path}.${key}`, schema: field, meta: field.meta() ?? {} },
            ...fieldsOf(field, `${path}.${key}`),
          ]
        : [],
    );
  }
  return [];
}

function valuesOf(schema: unknown): unknown[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return valuesOf(schema.unwrap());
  return schema instanceof z.ZodEnum ? schema.options : [];
}

const proven: Record<keyof ProvenParameters, true> = {
  aiAssistantAddMessagesParams: true,
  aiAssistantStartParams: true,
  aiAssistantStopParams: true,
  answerParams: true,
  bridgeParams: true,
  dialParams: true,
  enqueueParams: true,
  gatherParams: true,
  gatherStopParams: true,
  gatherUsingAiParams: true,
  gatherUsingAudioParams: true,
  gatherUsingSpeakParams: true,
  hangupParams: true,
  leaveQueueParams: true,
  playbackStartParams: true,
  playbackStopParams: true,
  recordPauseParams: true,
  recordResumeParams: true,
  recordStartParams: true,
  recordStopParams: true,
  referParams: true,
  rejectParams: true,
  sendDtmfParams: true,
  sendMessageParams: true,
  speakParams: true,
  suppressionStartParams: true,
  suppressionStopParams: true,
  transcriptionStartParams: true,
  transcriptionStopParams: true,
  transferParams: true,
};

test('every set of parameters is compared with the types of the carrier', () => {
  expect(shapes.map(({ name }) => name).toSorted()).toEqual(Object.keys(proven).toSorted());
});

describe.each(shapes)('$name', ({ name, shape }) => {
  const fields = fieldsOf(shape, name);

  test('says of every field what it is and what a caller notices', () => {
    const silent = fields.filter(({ meta }) => !meta.title || !meta.help).map(({ path }) => path);
    expect(silent).toEqual([]);
  });

  test('ends every help with a full stop', () => {
    expect(fields.filter(({ meta }) => !meta.help?.endsWith('.')).map(({ path }) => path)).toEqual([]);
  });

  test('gives no two parameters the same title', () => {
    const titles = Object.values(shape.shape).map((field) => field.meta()?.title);
    expect(titles.length).toBe(new Set(titles).size);
  });

  test('puts every parameter into a group of the panel', () => {
    const loose = Object.entries(shape.shape).filter(([, field]) => field.meta()?.group === undefined);
    expect(loose.map(([key]) => key)).toEqual([]);
  });

  test('gives examples and defaults that pass', () => {
    const wrong = fields.flatMap(({ path, schema, meta }) =>
      [meta.example, meta.carrierDefault]
        .filter((value) => value !== undefined && !schema.safeParse(value).success)
        .map((value) => `${path}: ${JSON.stringify(value)}`),
    );
    expect(wrong).toEqual([]);
  });

  test('labels only values that exist', () => {
    const wrong = fields.flatMap(({ path, schema, meta }) =>
      Object.keys(meta.labels ?? {})
        .filter((value) => !valuesOf(schema).includes(value))
        .map((value) => `${path}=${value}`),
    );
    expect(wrong).toEqual([]);
  });

  test('turns into a JSON Schema', () => {
    expect(() => z.toJSONSchema(shape, { io: 'input' })).not.toThrow();
  });

  test('refuses nonsense in every parameter with sentences a person can follow', () => {
    const unclear = Object.entries(shape.shape).flatMap(([key, field]) =>
      field instanceof z.ZodType
        ? (field.safeParse(Symbol('nonsense')).error?.issues ?? [])
            .filter(({ message }) => !/^[A-Z].*\.$/.test(message) || message.startsWith('Invalid'))
            .map(({ message }) => `${key}: ${message}`)
        : [],
    );
    expect(unclear).toEqual([]);
  });
});
