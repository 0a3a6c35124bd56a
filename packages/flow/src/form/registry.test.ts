import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as carrierParameters from '../carrier-parameters/index.ts';
import { definitions } from '../nodes/index.ts';
import type { Control, Field } from './index.ts';
import { fieldsOf } from './index.ts';

/** Ends of the paths whose content nobody prescribes: the carrier takes any object there, or our own node any JSON. */
const free = [
  // A JSON Schema: the studio shows it as a list of what to find out.
  'parameters',
  'path_parameters.properties',
  'query_parameters.properties',
  'body_parameters.properties',
  // Notes that go through the carrier untouched.
  'metadata',
  'conversation_relay_config.custom_parameters',
  // The carrier's contract says "object" and no more.
  'assistant.mcp_servers',
  'assistant.observability_settings',
  'conversation_relay_config.structured_provider',
  'conversation_relay_config.transcription_engine_config',
  'conversation_relay_config.languages.transcription_engine_config',
  // Any action of the carrier, any body of a request.
  'carrier_command.params',
  'http_request.body',
];

const forms = [
  ...definitions.map(({ type, params }) => ({ name: type, params })),
  ...Object.entries(carrierParameters).flatMap(([name, params]) =>
    params instanceof z.ZodObject ? [{ name, params }] : [],
  ),
];

function* boxesIn(control: Control, at: string): Generator<string> {
  if (control.kind === 'json') yield at;
  if (control.kind === 'list') yield* boxesIn(control.item, at);
  if (control.kind === 'record') yield* boxesIn(control.value, at);
  if (control.kind === 'object') yield* boxesOf(control.fields, at);
  if (control.kind === 'variant')
    for (const { fields, inner } of control.variants) {
      yield* boxesOf(fields, at);
      if (inner !== undefined) yield* boxesIn(inner, at);
    }
  if (control.kind === 'union') for (const option of control.options) yield* boxesIn(option.control, at);
}

function* boxesOf(fields: readonly Field[], at: string): Generator<string> {
  for (const field of fields) yield* boxesIn(field.control, `${at}.${field.name}`);
}

function* controlsIn(control: Control): Generator<Control> {
  yield control;
  if (control.kind === 'list') yield* controlsIn(control.item);
  if (control.kind === 'record') yield* controlsIn(control.value);
  if (control.kind === 'object') for (const field of control.fields) yield* controlsIn(field.control);
  if (control.kind === 'union') for (const option of control.options) yield* controlsIn(option.control);
  if (control.kind !== 'variant') return;
  for (const { fields, inner } of control.variants) {
    for (const field of fields) yield* controlsIn(field.control);
    if (inner !== undefined) yield* controlsIn(inner);
  }
}

/** What the values look like that each control made by hand reads and writes. */
const shapes: Readonly<Record<NonNullable<Field['handMade']>, (control: Control) => boolean>> = {
  choices: (control) => isListOf(control, ['digits', 'label']),
  branches: (control) => isListOf(control, ['name', 'when']),
  asked_fields: (control) =>
    control.kind === 'object'
      ? isMadeOf(control.fields, ['type', 'properties', 'required'])
      : control.kind === 'json' && control.shape === 'object',
};

function isListOf(control: Control, names: readonly string[]): boolean {
  return control.kind === 'list' && control.item.kind === 'object' && isMadeOf(control.item.fields, names);
}

function isMadeOf(fields: readonly Field[], names: readonly string[]): boolean {
  return fields.map(({ name }) => name).join() === names.join();
}

function* membersOf(control: Control): Generator<Field> {
  for (const part of controlsIn(control)) {
    if (part.kind === 'object') yield* part.fields;
    if (part.kind === 'variant') for (const { fields } of part.variants) yield* fields;
  }
}

function offered(control: Control): readonly unknown[] {
  if (control.kind === 'choice') return control.options.map(({ value }) => value);
  return control.kind === 'variant' ? control.variants.map(({ value }) => value) : [];
}

describe.each(forms)('the form of $name', ({ name, params }) => {
  it('never offers one value twice', () => {
    const twice = fieldsOf(params)
      .flatMap((field) => [...controlsIn(field.control)].map(offered))
      .filter((values) => new Set(values).size < values.length);
    expect(twice).toEqual([]);
  });

  it('falls back to JSON only where the schema itself is free', () => {
    const boxes = [...boxesOf(fieldsOf(params), name)];
    expect(boxes.filter((at) => !free.some((end) => at === end || at.endsWith(`.${end}`)))).toEqual([]);
  });
});

describe.each(definitions)('the form of $type', ({ params }) => {
  const fields = fieldsOf(params);

  it('has a field for every parameter', () => {
    expect(fields.map((field) => field.name)).toEqual(Object.keys(params.shape));
  });

  it('is made by hand only where the values have the shape for it', () => {
    const all = fields.flatMap((field) => [field, ...membersOf(field.control)]);
    const wrong = all.filter(({ handMade, control }) => handMade !== undefined && !shapes[handMade](control));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  it('names every field and says what it does', () => {
    const silent = fields.filter((field) => field.help === undefined || field.title === '');
    expect(silent.map((field) => field.name)).toEqual([]);
  });
});
