import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { deepFields, isCounted, isWritten } from './parts/deep-fields.ts';
import * as ours from './index.ts';
import type { ProvenParameters } from './telnyx-types.check.ts';

const shapes = Object.entries(ours).flatMap(([name, value]) =>
  value instanceof z.ZodObject ? [{ name, shape: value }] : [],
);

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
  const fields = deepFields(shape, name);

  test('says of every field what it is and what a caller notices', () => {
    const silent = fields.filter(({ meta }) => !meta.title || !meta.help).map(({ path }) => path);
    expect(silent).toEqual([]);
  });

  test('shows an example of every text, unless it is a secret', () => {
    const bare = fields.filter(
      ({ schema, meta }) => isWritten(schema) && meta.control !== 'secret' && meta.example === undefined,
    );
    expect(bare.map(({ path }) => path)).toEqual([]);
  });

  test('says of every number what it counts, what it is without one, or shows an example', () => {
    const bare = fields.filter(
      ({ schema, meta: { carrierDefault, example, unit } }) =>
        isCounted(schema) && [carrierDefault, example, unit].every((hint) => hint === undefined),
    );
    expect(bare.map(({ path }) => path)).toEqual([]);
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

  test('turns into a JSON Schema that describes every parameter', () => {
    const { properties = {} } = z.toJSONSchema(shape, { io: 'input' });
    const titles = Object.entries(shape.shape).map(([key, field]) => [key, field.meta()?.title]);
    expect(properties).toMatchObject(Object.fromEntries(titles.map(([key, title]) => [key, { title }])));
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
